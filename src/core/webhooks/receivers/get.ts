/** One receiver, removed ones too. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { DOORBELL } from './examples.ts';
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
  examples: [{ say: 'show a webhook receiver', input: { id: DOORBELL } }],
  // The list says as much; in talk it would only be one more way to be misunderstood.
  offeredIn: ['rest', 'cli'],
  async run(ctx, { id }, fail) {
    const row = await findReceiver(ctx.owner, ctx.db, id);
    if (!row) throw fail.receiver_unknown({});
    return viewReceiver(ctx, row);
  },
});
