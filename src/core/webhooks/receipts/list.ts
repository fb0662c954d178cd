/** What came in, newest first. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { receiptSchema } from './receipt.ts';
import { listReceiptRows, receiptOf } from './store.ts';

export const listReceipts = defineOperation({
  name: 'webhooks.receipts.list',
  summary: 'List which webhooks came in',
  input: z.object({
    receiver_id: z.uuid().optional(),
    limit: z.int().min(1).max(500).default(50),
  }),
  output: z.object({ receipts: z.array(receiptSchema) }),
  permission: 'webhooks:read',
  effect: 'read',
  examples: [
    { say: 'which webhooks were received', input: {} },
    { say: 'list the webhooks I received', input: {} },
    { say: 'show received webhooks', input: {} },
    { say: 'what was received by webhook', input: {} },
    { say: 'show the last 5 received webhooks', input: { limit: 5 } },
    { say: 'were any webhooks received', input: {} },
  ],
  async run({ owner, db }, { receiver_id: receiverId, limit }) {
    return { receipts: (await listReceiptRows(owner, db, { receiverId, limit })).map(receiptOf) };
  },
});
