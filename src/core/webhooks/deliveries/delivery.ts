/** A delivery: one event on its way to one endpoint, and what became of it. */
import { z } from 'zod';

export const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const;

export const deliverySchema = z.object({
  id: z.uuid().describe('The `webhook-id` of the message, the same for all tries'),
  endpoint_id: z.uuid(),
  type: z.string().describe('The event'),
  state: z.enum(DELIVERY_STATES).describe('`failed`: given up, until it is retried'),
  attempts: z.int(),
  status_code: z.int().nullable().describe('What the other side answered last'),
  error: z.string().nullable().describe('Why the last try failed'),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});
export type Delivery = z.output<typeof deliverySchema>;

export const deliveryErrors = {
  delivery_unknown: {
    kind: 'not_found',
    text: () => 'There is no such delivery. `nima webhooks deliveries list` shows them.',
  },
} as const;
