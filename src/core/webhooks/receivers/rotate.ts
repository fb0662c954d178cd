/** Gives a receiver a new secret. The one before is taken for another day, while the sender is changed. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { replaceSecret } from '../secrets/secret.ts';
import { DOORBELL } from './examples.ts';
import { receiverErrors, receiverSchema } from './receiver.ts';
import { lockReceiver, saveReceiver } from './store.ts';
import { viewReceiver } from './view.ts';

export const rotateReceiver = defineOperation({
  name: 'webhooks.receivers.rotate',
  summary: 'Give a receiver a new secret; it is shown once',
  input: z.object({ id: z.uuid() }),
  output: receiverSchema.extend({ secret: z.string().describe('The secret, shown only now') }),
  errors: receiverErrors,
  permission: 'webhooks:write',
  effect: 'write',
  onlyPeople: true,
  examples: [{ say: 'make a new secret for a webhook receiver', input: { id: DOORBELL } }],
  offeredIn: ['rest', 'cli'],
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db } = tx;
      const row = await lockReceiver(owner, db, id);
      if (!row || row.removed_at !== null) throw fail.receiver_unknown({});
      await saveReceiver(owner, db, { id, signing_key: null });
      const secret = await replaceSecret(tx, id);
      return { ...(await viewReceiver(tx, { ...row, signing_key: null })), secret };
    }),
});
