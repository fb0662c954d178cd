/** Closes an address: nothing comes in there any more. `webhooks.receivers.restore` opens it again for 30 days. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { about, DOORBELL } from './examples.ts';
import { receiverErrors, receiverSchema } from './receiver.ts';
import { findReceiver, saveReceiver } from './store.ts';
import { viewReceiver } from './view.ts';

export const removeReceiver = defineOperation({
  name: 'webhooks.receivers.remove',
  summary: 'Close an address that takes webhooks',
  input: z.object({ id: z.uuid() }),
  output: receiverSchema,
  errors: receiverErrors,
  permission: 'webhooks:write',
  effect: 'destroy',
  undo: 'webhooks.receivers.restore',
  examples: [
    about('remove the webhook receiver doorbell', 'doorbell', DOORBELL),
    about('close the incoming webhook doorbell', 'doorbell', DOORBELL),
    about('delete the webhook receiver doorbell', 'doorbell', DOORBELL),
    about('stop taking webhooks from the doorbell', 'the doorbell', DOORBELL),
    about('drop the webhook receiver doorbell', 'doorbell', DOORBELL),
    about('I no longer need the incoming webhook doorbell', 'doorbell', DOORBELL),
  ],
  async preview({ owner, db }, { id }) {
    const row = await findReceiver(owner, db, id);
    return row ? `Take no more webhooks from ${row.name}.` : 'Remove a receiver that does not exist.';
  },
  async run(ctx, { id }, fail) {
    const { owner, db, clock } = ctx;
    const row = await findReceiver(owner, db, id);
    if (!row || row.removed_at !== null) throw fail.receiver_unknown({});
    const removed_at = clock.now();
    await saveReceiver(owner, db, { id, removed_at });
    return viewReceiver(ctx, { ...row, removed_at });
  },
});
