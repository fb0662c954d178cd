/** How the owner wants to be told things. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { preferencesOf, preferencesSchema } from './preferences.ts';

export const getPreferences = defineOperation({
  name: 'alerts.preferences.get',
  summary: 'Show when and how Nima tells you things',
  input: z.object({}),
  output: preferencesSchema,
  permission: 'alerts:read',
  effect: 'read',
  examples: [
    { say: 'when are my quiet hours', input: {} },
    { say: 'show my alert preferences', input: {} },
    { say: 'what time zone am I in', input: {} },
    { say: 'what are my notification settings', input: {} },
    { say: 'show my alert settings', input: {} },
  ],
  run: (ctx) => preferencesOf(ctx),
});
