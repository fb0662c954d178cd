/** One conversation with the branch that is shown. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { branchOf } from './branch.ts';
import { conversationWithMessagesSchema } from './conversation.ts';
import { conversationErrors } from './errors.ts';
import { findConversation } from './store.ts';
import { summariesOn } from './summaries/shown.ts';
import { listTurns } from './turns/store.ts';

export const getConversation = defineOperation({
  name: 'conversations.get',
  summary: 'Show one conversation',
  input: z.object({ id: z.uuid() }),
  output: conversationWithMessagesSchema,
  errors: conversationErrors,
  permission: 'conversations:read',
  effect: 'read',
  examples: [
    {
      say: 'open the conversation about lisbon',
      input: { id: '00000000-0000-4000-8000-0000000000c1' },
      refers: { id: 'lisbon' },
    },
    {
      say: 'show me the chat about lisbon',
      input: { id: '00000000-0000-4000-8000-0000000000c1' },
      refers: { id: 'lisbon' },
    },
    {
      say: 'go to the thread on lisbon',
      input: { id: '00000000-0000-4000-8000-0000000000c1' },
      refers: { id: 'lisbon' },
    },
    {
      say: 'I want to read the conversation about lisbon',
      input: { id: '00000000-0000-4000-8000-0000000000c1' },
      refers: { id: 'lisbon' },
    },
  ],
  async run(ctx, { id }, fail) {
    const conversation = await findConversation(ctx.owner, ctx.db, id);
    if (!conversation) throw fail.conversation_unknown({});
    const messages = branchOf(await listTurns(ctx.owner, ctx.db, id), conversation.head_turn_id);
    const summaries = await summariesOn(ctx, id, messages);
    const context_summary = summaries.length > 0 ? summaries.map(({ text }) => text).join('\n') : null;
    return { ...conversation, messages, context_summary };
  },
});
