/** A new title, or another branch shown. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { leafBelow } from './branch.ts';
import { conversationSchema, titleSchema } from './conversation.ts';
import { conversationErrors, turnErrors } from './errors.ts';
import { findConversation, updateConversationRow } from './store.ts';
import { listTurns } from './turns/store.ts';

export const updateConversation = defineOperation({
  name: 'conversations.update',
  summary: 'Rename a conversation or show another branch of it',
  input: z.object({
    id: z.uuid(),
    title: titleSchema.optional(),
    turn_id: z.uuid().optional().describe('Show the branch this turn is on'),
  }),
  output: conversationSchema,
  errors: { ...conversationErrors, ...turnErrors },
  permission: 'conversations:write',
  effect: 'write',
  examples: [
    {
      say: 'rename the conversation about lisbon to Trip to Porto',
      input: { id: '00000000-0000-4000-8000-0000000000c1', title: 'Trip to Porto' },
      refers: { id: 'lisbon' },
    },
    {
      say: 'change the title of the chat on lisbon to Trip to Porto',
      input: { id: '00000000-0000-4000-8000-0000000000c1', title: 'Trip to Porto' },
      refers: { id: 'lisbon' },
    },
  ],
  preview: async (_ctx, { title }) =>
    title ? `Rename the conversation to "${title}".` : 'Show another branch of the conversation.',
  run: (ctx, { id, title, turn_id }, fail) =>
    ctx.transaction(async ({ owner, db, clock }) => {
      if (!(await findConversation(owner, db, id))) throw fail.conversation_unknown({});
      const turns = turn_id ? await listTurns(owner, db, id) : [];
      if (turn_id && !turns.some((turn) => turn.id === turn_id)) throw fail.turn_unknown({});
      const change = {
        id,
        updated_at: clock.now(),
        ...(title ? { title } : {}),
        ...(turn_id ? { head_turn_id: leafBelow(turns, turn_id) } : {}),
      };
      await updateConversationRow(owner, db, change);
      const conversation = await findConversation(owner, db, id);
      if (!conversation) throw fail.conversation_unknown({});
      return conversation;
    }),
});
