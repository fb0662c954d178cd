/** Where messages may come in: newest first. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { receiverSchema } from './receiver.ts';
import { listReceiverRows } from './store.ts';
import { viewReceivers } from './view.ts';

export const listReceivers = defineOperation({
  name: 'webhooks.receivers.list',
  summary: 'List the addresses that take webhooks',
  input: z.object({
    removed: z.stringbool().or(z.boolean()).default(false).describe('What was removed and can still be restored'),
    limit: z.int().min(1).max(200).default(100),
  }),
  output: z.object({ receivers: z.array(receiverSchema) }),
  permission: 'webhooks:read',
  effect: 'read',
  examples: [
    { say: 'list my webhook receivers', input: {} },
    { say: 'which incoming webhooks are there', input: {} },
    { say: 'who may send me webhooks', input: {} },
    { say: 'show the webhook receivers', input: {} },
    { say: 'at which addresses do you take webhooks', input: {} },
    { say: 'what incoming webhooks are set up', input: {} },
  ],
  async run(ctx, { removed: isRemoved, limit }) {
    const rows = await listReceiverRows(ctx.owner, ctx.db, { isRemoved, limit });
    return { receivers: await viewReceivers(ctx, rows) };
  },
});
