/** Attachments, newest first. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { attachmentSchema } from './attachment.ts';
import { listAttachmentRows } from './store.ts';

export const listAttachments = defineOperation({
  name: 'attachments.list',
  summary: 'List the files and pictures shown in talks',
  input: z.object({
    limit: z.int().min(1).max(200).default(50),
    conversation_id: z.uuid().optional().describe('Only those shown in this conversation'),
  }),
  output: z.object({ attachments: z.array(attachmentSchema) }),
  permission: 'attachments:read',
  effect: 'read',
  examples: [
    { say: 'list my attachments', input: {} },
    { say: 'which attachments are there', input: {} },
    { say: 'show the last 5 attachments', input: { limit: 5 } },
  ],
  run: async ({ owner, db }, { limit, conversation_id }) => ({
    attachments: await listAttachmentRows(owner, db, { limit, conversationId: conversation_id }),
  }),
});
