/** Erases for good the goals that were removed 30 days ago, with everything that hung on them. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { purgeGoals } from '../store.ts';

/** A month to change one's mind, as for facts. */
const KEPT_MS = 30 * 86_400_000;

export const purgeRemovedGoals = defineJob({
  name: 'goals.purge',
  input: z.object({}),
  cron: '23 3 * * *',
  async run({ db, clock, log }) {
    const erased = await purgeGoals(db, clock.now() - KEPT_MS);
    if (erased > 0) log.info('removed goals erased', { erased });
  },
});
