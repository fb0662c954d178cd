/** The summaries of a conversation, oldest first. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { conversationErrors } from '../errors.ts';
import { findConversation } from '../store.ts';
import { listSummaryRows } from './store.ts';
import { summarySchema } from './summary.ts';

export const listSummaries = defineOperation({
  name: 'conversations.summaries.list',
  summary: 'List what a conversation was summarized to',
  input: z.object({ conversation_id: z.uuid(), limit: z.int().min(1).max(1000).default(100) }),
  output: z.object({ summaries: z.array(summarySchema) }),
  errors: conversationErrors,
  permission: 'conversations:read',
  effect: 'read',
  examples: [
    {
      say: 'list the summaries of conversation 00000000-0000-4000-8000-0000000000c1',
      input: { conversation_id: '00000000-0000-4000-8000-0000000000c1' },
    },
  ],
  offeredIn: ['rest', 'cli', 'mcp'],
  async run({ owner, db }, { conversation_id, limit }, fail) {
    if (!(await findConversation(owner, db, conversation_id))) throw fail.conversation_unknown({});
    return { summaries: await listSummaryRows(owner, db, { conversationId: conversation_id, limit }) };
  },
});
