/** The owner's profile. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { profileSchema } from './profile.ts';
import { findProfile } from './store.ts';

export const getProfile = defineOperation({
  name: 'memory.profile.get',
  summary: 'Show your profile',
  input: z.object({}),
  output: profileSchema,
  permission: 'memory:read',
  effect: 'read',
  examples: [
    { say: 'show my profile', input: {} },
    { say: 'what is in my profile', input: {} },
  ],
  run: ({ owner, db }) => findProfile(owner, db),
});
