/** After "go on": takes up every delivery of the owner that waits. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { enqueueWaiting } from '../sending/enqueue.ts';

export const wakeDeliveries = defineJob({
  name: 'webhooks.wake',
  input: z.object({ owner: z.string() }),
  run: (ctx) => enqueueWaiting(ctx),
});
