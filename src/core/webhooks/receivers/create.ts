/** Opens an address at which a sender may tell Nima things. Whoever signs with its secret is believed to be that sender. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { RECEIVERS_MAX } from '../limits.ts';
import { giveSecret, newSecretSchema, signingKeySchema } from '../secrets/secret.ts';
import { KINDS, receiverSchema, receiversFull } from './receiver.ts';
import { insertReceiver, listReceiverRows } from './store.ts';
import { viewReceiver } from './view.ts';

export const createReceiver = defineOperation({
  name: 'webhooks.receivers.create',
  summary: 'Open an address that takes signed webhooks',
  input: z.object({
    name: z.string().trim().min(1).max(100).describe('Who will send: “doorbell”'),
    kind: z.enum(KINDS).default('standard').describe('`github` for the webhooks of GitHub'),
    signing_key: signingKeySchema.optional(),
  }),
  output: receiverSchema.extend({ secret: newSecretSchema }),
  errors: receiversFull,
  permission: 'webhooks:write',
  // A new way in from outside: it has no `undo`, so that an agent asks.
  effect: 'write',
  examples: [
    { say: 'create a webhook receiver called "doorbell"', input: { name: 'doorbell' } },
    { say: 'open a webhook address for "greenhouse"', input: { name: 'greenhouse' } },
    { say: 'add a receiver for incoming webhooks named "weather station"', input: { name: 'weather station' } },
    { say: 'receive webhooks from "build server"', input: { name: 'build server' } },
    { say: 'make an incoming webhook for "doorbell"', input: { name: 'doorbell' } },
    { say: 'create a github webhook receiver called "website"', input: { name: 'website', kind: 'github' } },
  ],
  preview: async (_ctx, { name, kind }) =>
    `Open a public address for signed messages of ${name}${kind === 'github' ? ' (GitHub)' : ''}.`,
  run: (ctx, { name, kind, signing_key = null }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, newId, clock } = tx;
      const known = await listReceiverRows(owner, db, { isRemoved: false, limit: RECEIVERS_MAX });
      if (known.length === RECEIVERS_MAX) throw fail.receivers_full({});
      const times = { received_at: null, created_at: clock.now(), removed_at: null };
      const row = { id: newId(), name, kind, signing_key, ...times };
      await insertReceiver(owner, db, row);
      const secret = await giveSecret(tx, row);
      return { ...(await viewReceiver(tx, { ...row, owner })), secret };
    }),
});
