/** Finds what was said, across all conversations. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { searchTurns } from './turns/search-turns.ts';
import { ROLES, turnSchema } from './turns/turn.ts';

export const searchConversations = defineOperation({
  name: 'conversations.search',
  summary: 'Find what was said',
  input: z.object({
    query: z.string().min(1).max(2000),
    role: z.enum(ROLES).optional().describe('Only what this side said'),
    conversation_id: z.uuid().optional().describe('Only in this conversation'),
    limit: z.int().min(1).max(100).default(10),
  }),
  output: z.object({ turns: z.array(turnSchema.extend({ score: z.number() })) }),
  permission: 'conversations:read',
  effect: 'read',
  examples: [
    { say: 'search our conversations for backup plans', input: { query: 'backup plans' } },
    { say: 'when did we talk about the router', input: { query: 'the router' } },
  ],
  async run(ctx, { query, role, conversation_id, limit }) {
    const found = await searchTurns(ctx, {
      text: query,
      limit,
      ...(role ? { role } : {}),
      ...(conversation_id ? { conversationId: conversation_id } : {}),
    });
    return { turns: found.map(({ turn, score }) => ({ ...turn, score })) };
  },
});
