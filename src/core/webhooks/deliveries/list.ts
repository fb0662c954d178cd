/** What was sent to whom, newest first; with `state: failed` the dead letters. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { DELIVERY_STATES, deliverySchema } from './delivery.ts';
import { deliveryOf, listDeliveryRows } from './store.ts';

export const listDeliveries = defineOperation({
  name: 'webhooks.deliveries.list',
  summary: 'List which webhooks were sent, wait or failed',
  input: z.object({
    endpoint_id: z.uuid().optional(),
    state: z.enum(DELIVERY_STATES).optional(),
    limit: z.int().min(1).max(500).default(50),
  }),
  output: z.object({ deliveries: z.array(deliverySchema) }),
  permission: 'webhooks:read',
  effect: 'read',
  examples: [
    { say: 'list webhook deliveries', input: {} },
    { say: 'which webhooks were sent', input: {} },
    { say: 'which webhook deliveries failed', input: { state: 'failed' } },
    { say: 'show failed webhook deliveries', input: { state: 'failed' } },
    { say: 'what webhook deliveries are waiting', input: { state: 'waiting' } },
    { say: 'list delivered webhooks', input: { state: 'delivered' } },
  ],
  async run({ owner, db }, { endpoint_id: endpointId, state, limit }) {
    return { deliveries: (await listDeliveryRows(owner, db, { endpointId, state, limit })).map(deliveryOf) };
  },
});
