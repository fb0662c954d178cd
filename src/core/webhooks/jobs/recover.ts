/** Finds waiting deliveries whose job is gone with a replica or was used up by crashes, and queues them again. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { listForgotten } from '../deliveries/store.ts';
import { enqueueDelivery } from '../sending/enqueue.ts';

/** Longer than a lease of the queue and the waits between tries: until then the job itself comes back. */
const FORGOTTEN_MS = 300_000;
const DELIVERIES_MAX = 500;

export const recoverDeliveries = defineJob({
  name: 'webhooks.recover',
  input: z.object({}),
  cron: '*/5 * * * *',
  async run(ctx) {
    const before = ctx.clock.now() - FORGOTTEN_MS;
    for (const { owner, id } of await listForgotten(ctx.db, { before, limit: DELIVERIES_MAX })) {
      await enqueueDelivery(ctx, owner, id);
    }
  },
});
