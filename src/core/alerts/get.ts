/** One alert, with what became of it on each channel. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { alertErrors, alertSchema } from './alert.ts';
import { listDeliveries } from './channels/deliveries/store.ts';
import { deliverySchema } from './channels/delivery.ts';
import { findAlert } from './store.ts';

export const getAlert = defineOperation({
  name: 'alerts.get',
  summary: 'Show one alert and where it was sent',
  input: z.object({ id: z.uuid() }),
  output: alertSchema.extend({ deliveries: z.array(deliverySchema) }),
  errors: alertErrors,
  permission: 'alerts:read',
  effect: 'read',
  examples: [
    {
      say: 'show the alert about the disk',
      input: { id: '00000000-0000-4000-8000-00000000a1e1' },
      refers: { id: 'the disk' },
    },
    {
      say: 'where was the alert about the disk sent',
      input: { id: '00000000-0000-4000-8000-00000000a1e1' },
      refers: { id: 'the disk' },
    },
    {
      say: 'let me see the alert for the disk',
      input: { id: '00000000-0000-4000-8000-00000000a1e1' },
      refers: { id: 'the disk' },
    },
  ],
  async run({ owner, db }, { id }, fail) {
    const alert = await findAlert(owner, db, id);
    if (!alert) throw fail.alert_unknown({});
    return { ...alert, deliveries: await listDeliveries(owner, db, id) };
  },
});
