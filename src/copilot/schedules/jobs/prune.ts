/** Forgets runs after 90 days, and removed schedules, with all their runs, after 30. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { deleteRunsBefore } from '../runs/store.ts';
import { deleteRemoved } from '../store.ts';

const DAY_MS = 86_400_000;

export const pruneSchedules = defineJob({
  name: 'schedules.prune',
  input: z.object({}),
  cron: '23 3 * * *',
  async run({ db, clock }) {
    await deleteRunsBefore(db, clock.now() - 90 * DAY_MS);
    await deleteRemoved(db, clock.now() - 30 * DAY_MS);
  },
});
