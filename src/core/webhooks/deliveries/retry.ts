/** Sends a delivery that was given up once more, with the same id and three new tries. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { findEndpoint } from '../endpoints/store.ts';
import { enqueueDelivery } from '../sending/enqueue.ts';
import { deliveryErrors, deliverySchema } from './delivery.ts';
import { GIVEN_UP } from './examples.ts';
import { deliveryOf, findDelivery, saveDelivery } from './store.ts';

const refersToType = (say: string, words: string) => ({ say, input: { id: GIVEN_UP }, refers: { id: words } });

export const retryDelivery = defineOperation({
  name: 'webhooks.deliveries.retry',
  summary: 'Send a failed webhook delivery again',
  input: z.object({ id: z.uuid() }),
  output: deliverySchema,
  errors: {
    ...deliveryErrors,
    delivery_not_failed: {
      kind: 'conflict',
      text: ({ state }: { state: string }) => `This delivery is ${state}. Only one that failed can be retried.`,
    },
    endpoint_not_active: {
      kind: 'conflict',
      text: ({ state }: { state: string }) =>
        `Its endpoint is ${state}. Set it to active with \`nima webhooks endpoints update\` first.`,
    },
  },
  permission: 'webhooks:write',
  effect: 'spend',
  examples: [
    refersToType('retry the webhook delivery tasks.task.failed', 'tasks.task.failed'),
    refersToType('send the failed webhook tasks.task.failed again', 'tasks.task.failed'),
    refersToType('redeliver the webhook tasks.task.failed', 'tasks.task.failed'),
    refersToType('resend the webhook delivery of tasks.task.failed', 'tasks.task.failed'),
    refersToType('try the failed webhook delivery tasks.task.failed once more', 'tasks.task.failed'),
    refersToType('deliver the failed webhook tasks.task.failed again', 'tasks.task.failed'),
  ],
  async preview({ owner, db }, { id }) {
    const row = await findDelivery(owner, db, id);
    const endpoint = row && (await findEndpoint(owner, db, row.endpoint_id));
    return row && endpoint ? `Send ${row.type} to ${endpoint.url} again.` : 'Retry a delivery that does not exist.';
  },
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock } = tx;
      const row = await findDelivery(owner, db, id);
      if (!row) throw fail.delivery_unknown({});
      if (row.state !== 'failed') throw fail.delivery_not_failed({ state: row.state });
      const endpoint = await findEndpoint(owner, db, row.endpoint_id);
      const state = !endpoint || endpoint.removed_at !== null ? 'removed' : endpoint.state;
      if (state !== 'active') throw fail.endpoint_not_active({ state });
      const change = { state: 'waiting', attempts: 0, updated_at: clock.now() } as const;
      await saveDelivery(owner, db, { id, ...change });
      await enqueueDelivery(tx, owner, id);
      return deliveryOf({ ...row, ...change });
    }),
});
