/** Every quarter of an hour: has each owner's goals looked after. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { ownersOfActiveGoals } from '../store.ts';
import { checkGoals } from './check.ts';

export const watchGoals = defineJob({
  name: 'goals.watch',
  input: z.object({}),
  cron: '*/15 * * * *',
  async run({ db, jobs }) {
    for (const owner of await ownersOfActiveGoals(db)) {
      await jobs.enqueue({ name: checkGoals.name, input: { owner }, key: `${checkGoals.name}:${owner}` });
    }
  },
});
