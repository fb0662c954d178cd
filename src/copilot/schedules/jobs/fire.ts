/** Fires what is due of one owner. While everything is stopped it waits; what it missed by then is caught up like any other. */
import { z } from 'zod';
import { isHalted } from '../../../core/approvals/index.ts';
import { defineJob } from '../../../kernel/module.ts';
import { fireSchedule } from '../firing/fire.ts';
import { listDueOf } from '../store.ts';

const BATCH_MAX = 500;

export const fireDue = defineJob({
  name: 'schedules.fire',
  input: z.object({ owner: z.string() }),
  async run(ctx) {
    const { owner, db, clock } = ctx;
    if (await isHalted(ctx)) return;
    for (const row of await listDueOf(owner, db, clock.now(), BATCH_MAX)) await fireSchedule(ctx, row);
  },
});
