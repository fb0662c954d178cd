/** Deletes what was removed and not restored for a month. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { deleteLessonsRemovedBefore } from '../lessons/store.ts';

const KEPT_MS = 30 * 86_400_000;

export const purgeLessons = defineJob({
  name: 'learning.purge',
  input: z.object({}),
  cron: '50 3 * * *',
  run: ({ db, clock }) => deleteLessonsRemovedBefore(db, clock.now() - KEPT_MS),
});
