/** Removes a conversation with every turn of every branch. Facts learned from it stay; `memory` shows where they came from. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { conversationErrors } from './errors.ts';
import { forgetConversation } from './forget.ts';
import { findConversation } from './store.ts';

export const removeConversation = defineOperation({
  name: 'conversations.remove',
  summary: 'Remove a conversation',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), title: z.string() }),
  errors: conversationErrors,
  permission: 'conversations:write',
  effect: 'destroy',
  examples: [
    {
      say: 'delete the conversation about lisbon',
      input: { id: '00000000-0000-4000-8000-0000000000c2' },
      refers: { id: 'lisbon' },
    },
    {
      say: 'throw away the chat about lisbon',
      input: { id: '00000000-0000-4000-8000-0000000000c2' },
      refers: { id: 'lisbon' },
    },
    {
      say: 'get rid of the thread on lisbon',
      input: { id: '00000000-0000-4000-8000-0000000000c2' },
      refers: { id: 'lisbon' },
    },
  ],
  async preview({ owner, db }, { id }) {
    const conversation = await findConversation(owner, db, id);
    return conversation
      ? `Remove the conversation "${conversation.title}" for good.`
      : 'Remove a conversation that does not exist.';
  },
  async run(ctx, { id }, fail) {
    const conversation = await findConversation(ctx.owner, ctx.db, id);
    if (!conversation) throw fail.conversation_unknown({});
    await forgetConversation(ctx, conversation);
    return { id, title: conversation.title };
  },
});
