/** Finds what was said, across all conversations, with the talk around it and the place to jump to. */
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { branchOf } from './branch.ts';
import { findConversations } from './store.ts';
import { searchTurns } from './turns/search-turns.ts';
import { listTurns } from './turns/store.ts';
import { ROLES, type Turn, turnSchema } from './turns/turn.ts';

/** Enough to see what a line was about. */
const AROUND_MAX = 5;

/** The turns before and after one, on its own branch down to the newest leaf. */
async function around({ owner, db }: Context, turn: Turn, count: number): Promise<{ before: Turn[]; after: Turn[] }> {
  const turns = await listTurns(owner, db, turn.conversation_id);
  const before = branchOf(turns, turn.parent_id).slice(-count);
  const after: Turn[] = [];
  for (let last = turn; after.length < count; ) {
    const next = turns.findLast(({ parent_id }) => parent_id === last.id);
    if (!next) break;
    after.push(next);
    last = next;
  }
  return { before, after };
}

export const searchConversations = defineOperation({
  name: 'conversations.search',
  summary: 'Find what was said',
  input: z.object({
    query: z.string().min(1).max(2000),
    role: z.enum(ROLES).optional().describe('Only what this side said'),
    conversation_id: z.uuid().optional().describe('Only in this conversation'),
    limit: z.int().min(1).max(100).default(10),
    around: z.int().min(0).max(AROUND_MAX).default(0).describe('Turns to show before and after each'),
  }),
  output: z.object({
    turns: z.array(
      turnSchema.extend({
        score: z.number(),
        title: z.string().describe('Title of its conversation; `conversations.update` with `turn_id` jumps to it'),
        before: z.array(turnSchema),
        after: z.array(turnSchema),
      }),
    ),
  }),
  permission: 'conversations:read',
  effect: 'read',
  examples: [
    { say: 'search our conversations for backup plans', input: { query: 'backup plans' } },
    { say: 'when did we talk about the router', input: { query: 'the router' } },
    { say: 'what did we say about the trip', input: { query: 'the trip' } },
    { say: 'find messages about backup plans', input: { query: 'backup plans' } },
    { say: 'where did we speak about backup plans', input: { query: 'backup plans' } },
    { say: 'look in my old chats for backup plans', input: { query: 'backup plans' } },
  ],
  async run(ctx, { query, role, conversation_id, limit, around: count }) {
    const found = await searchTurns(ctx, {
      text: query,
      limit,
      ...(role ? { role } : {}),
      ...(conversation_id ? { conversationId: conversation_id } : {}),
    });
    const ids = [...new Set(found.map(({ turn }) => turn.conversation_id))];
    const titles = new Map((await findConversations(ctx.owner, ctx.db, ids)).map(({ id, title }) => [id, title]));
    const turns = [];
    for (const { turn, score } of found) {
      const neighbours = count > 0 ? await around(ctx, turn, count) : { before: [], after: [] };
      turns.push({ ...turn, score, title: titles.get(turn.conversation_id) ?? '', ...neighbours });
    }
    return { turns };
  },
});
