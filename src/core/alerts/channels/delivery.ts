/** What became of one alert on one channel. */
import { z } from 'zod';

export const deliverySchema = z.object({
  id: z.uuid(),
  channel: z.string().describe('Name of the channel'),
  state: z.enum(['waiting', 'delivered', 'failed']).describe('Failed means given up'),
  attempts: z.int(),
  error: z.string().nullable().describe('Why the last try failed'),
  updated_at: z.iso.datetime(),
});
export type Delivery = z.output<typeof deliverySchema>;
