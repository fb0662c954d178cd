/** Takes back the last change of the preferences; done twice, it puts the change in force again. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { preferencesOf, preferencesSchema } from './preferences.ts';
import { lockPreferences, readPreferences, writePreferences } from './store.ts';

export const restorePreferences = defineOperation({
  name: 'alerts.preferences.restore',
  summary: 'Take back the last change of your alert preferences',
  input: z.object({}),
  output: preferencesSchema,
  errors: {
    preferences_unchanged: {
      kind: 'conflict',
      text: () => 'Your alert preferences were never changed, so there is nothing to take back.',
    },
  },
  permission: 'alerts:write',
  effect: 'write',
  undo: 'alerts.preferences.restore',
  examples: [
    { say: 'restore my alert preferences', input: {} },
    { say: 'put my quiet hours back as they were', input: {} },
    { say: 'set my alert settings back to what they were', input: {} },
  ],
  run: (ctx, _input, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock } = tx;
      await lockPreferences(owner, db, clock.now());
      const kept = await readPreferences(owner, db);
      if (!kept?.previous) throw fail.preferences_unchanged({});
      await writePreferences(owner, db, { value: kept.previous, previous: kept.value }, clock.now());
      return preferencesOf(tx);
    }),
});
