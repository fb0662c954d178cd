/** Opens an address again that was closed, with the secret it had. It lets messages in, so an agent asks. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { about, OLD_SENSOR } from './examples.ts';
import { receiverErrors, receiverSchema } from './receiver.ts';
import { findReceiver, saveReceiver } from './store.ts';
import { viewReceiver } from './view.ts';

export const restoreReceiver = defineOperation({
  name: 'webhooks.receivers.restore',
  summary: 'Open an address again that took webhooks',
  input: z.object({ id: z.uuid() }),
  output: receiverSchema,
  errors: {
    ...receiverErrors,
    receiver_not_removed: { kind: 'conflict', text: () => 'This receiver is open; there is nothing to restore.' },
  },
  permission: 'webhooks:write',
  effect: 'write',
  examples: [
    about('restore the webhook receiver old sensor', 'old sensor', OLD_SENSOR),
    about('bring back the incoming webhook old sensor', 'old sensor', OLD_SENSOR),
    about('reopen the webhook receiver old sensor', 'old sensor', OLD_SENSOR),
    about('undo the removal of the webhook receiver old sensor', 'old sensor', OLD_SENSOR),
    about('take webhooks from the old sensor again', 'the old sensor', OLD_SENSOR),
    about('I want the webhook receiver old sensor back', 'old sensor', OLD_SENSOR),
  ],
  async preview({ owner, db }, { id }) {
    const row = await findReceiver(owner, db, id);
    return row ? `Take webhooks from ${row.name} again.` : 'Restore a receiver that does not exist.';
  },
  async run(ctx, { id }, fail) {
    const row = await findReceiver(ctx.owner, ctx.db, id);
    if (!row) throw fail.receiver_unknown({});
    if (row.removed_at === null) throw fail.receiver_not_removed({});
    await saveReceiver(ctx.owner, ctx.db, { id, removed_at: null });
    return viewReceiver(ctx, { ...row, removed_at: null });
  },
});
