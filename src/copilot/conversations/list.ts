/** Conversations, newest first; with words, those whose title or turns hold them. */
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { conversationSchema } from './conversation.ts';
import { findByTitle, listConversationRows } from './store.ts';
import { searchTurns } from './turns/search-turns.ts';

/** Turns looked at for the conversations they stand in. */
const TURNS_SEARCHED = 100;

async function matchingIds(ctx: Context, words: string): Promise<string[]> {
  const titles = await findByTitle(ctx.owner, ctx.db, words);
  const turns = await searchTurns(ctx, { text: words, limit: TURNS_SEARCHED });
  return [...new Set([...titles, ...turns.map(({ turn }) => turn.conversation_id)])];
}

export const listConversations = defineOperation({
  name: 'conversations.list',
  summary: 'List conversations',
  input: z.object({
    query: z.string().max(500).optional().describe('Words in the title or in what was said'),
    limit: z.int().min(1).max(200).default(50),
    before: z.iso.datetime().optional().describe('Only those last changed before this time, for the next page'),
    before_id: z
      .uuid()
      .optional()
      .describe('With `before`: the last one of the page, when others were changed at the same time'),
  }),
  output: z.object({ conversations: z.array(conversationSchema) }),
  permission: 'conversations:read',
  effect: 'read',
  examples: [
    { say: 'list my conversations', input: {} },
    { say: 'show the last 5 conversations', input: { limit: 5 } },
    { say: 'find the conversation about the cluster', input: { query: 'cluster' } },
    { say: 'list my recent chats', input: {} },
    { say: 'which chats do we have', input: {} },
  ],
  async run(ctx, { query, limit, before, before_id }) {
    const page = { limit, before: before ? Date.parse(before) : Number.MAX_SAFE_INTEGER, beforeId: before_id ?? '' };
    if (!query) return { conversations: await listConversationRows(ctx.owner, ctx.db, page) };
    const ids = await matchingIds(ctx, query);
    if (ids.length === 0) return { conversations: [] };
    return { conversations: await listConversationRows(ctx.owner, ctx.db, { ...page, ids }) };
  },
});
