/** One receiver, removed ones too. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { about, DOORBELL } from './examples.ts';
import { receiverErrors, receiverSchema } from './receiver.ts';
import { findReceiver } from './store.ts';
import { viewReceiver } from './view.ts';

export const getReceiver = defineOperation({
  name: 'webhooks.receivers.get',
  summary: 'Show one address that takes webhooks',
  input: z.object({ id: z.uuid() }),
  output: receiverSchema,
  errors: receiverErrors,
  permission: 'webhooks:read',
  effect: 'read',
  examples: [
    about('show the webhook receiver doorbell', 'doorbell', DOORBELL),
    about('what is the address of the webhook receiver doorbell', 'doorbell', DOORBELL),
    about('details of the incoming webhook doorbell', 'doorbell', DOORBELL),
    about('when did the webhook receiver doorbell last hear something', 'doorbell', DOORBELL),
    about('open the webhook receiver doorbell', 'doorbell', DOORBELL),
    about('look at the incoming webhook doorbell', 'doorbell', DOORBELL),
  ],
  async run(ctx, { id }, fail) {
    const row = await findReceiver(ctx.owner, ctx.db, id);
    if (!row) throw fail.receiver_unknown({});
    return viewReceiver(ctx, row);
  },
});
