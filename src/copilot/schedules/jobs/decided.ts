/** A run that asked goes on when the owner approved, and is over when they did not. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { findRunRow, updateRun } from '../runs/store.ts';
import { performRun } from './perform.ts';

const PLACE = 'schedules.run:';

export const runDecided = defineJob({
  name: 'schedules.decided',
  input: z.object({ owner: z.string(), place: z.string().nullable(), state: z.enum(['approved', 'denied']) }),
  async run({ owner, db, clock, jobs }, { place, state }) {
    if (!place?.startsWith(PLACE)) return;
    const id = place.slice(PLACE.length);
    const run = await findRunRow(owner, db, id);
    if (run?.state !== 'asks') return;
    if (state === 'approved')
      await jobs.enqueue({ name: performRun.name, input: { owner, id }, key: `schedules.perform:${id}` });
    else await updateRun(owner, db, { id, state: 'failed', outcome: 'You denied it.', ended_at: clock.now() });
  },
});
