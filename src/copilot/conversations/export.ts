/**
 * Conversations as a file: JSON that `conversations.import` reads back, every branch with every turn, or Markdown to
 * read. Private conversations are never among them.
 */
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { branchOf } from './branch.ts';
import type { Conversation } from './conversation.ts';
import { conversationErrors } from './errors.ts';
import { markdownOf } from './markdown.ts';
import { type Portable, portableSchema } from './portable.ts';
import { findConversation, listConversationRows } from './store.ts';
import { listTurns } from './turns/store.ts';
import type { Turn } from './turns/turn.ts';

/** One answer stays small enough to hold; a large record comes in pages. */
const CONVERSATIONS_MAX = 500;

/** What an import writes into a turn is not part of what was said. */
function withoutMark({ imported: _imported, ...metadata }: Turn['metadata']): Record<string, unknown> {
  return metadata;
}

function portableOf({ title, head_turn_id, created_at, updated_at }: Conversation, turns: readonly Turn[]): Portable {
  const indexOf = new Map(turns.map(({ id }, index) => [id, index]));
  const messages = turns.map(({ role, content, speaker, timestamp, metadata, status, parent_id }) => ({
    role,
    content,
    speaker,
    timestamp,
    metadata: withoutMark(metadata),
    status: status === 'generating' || status === 'asks' ? ('stopped' as const) : status,
    parent: parent_id === null ? null : (indexOf.get(parent_id) ?? null),
  }));
  return { title, created_at, updated_at, head: indexOf.get(head_turn_id ?? '') ?? null, messages };
}

async function chosen(ctx: Context, id: string | undefined, page: Parameters<typeof listConversationRows>[2]) {
  if (id === undefined) return listConversationRows(ctx.owner, ctx.db, page);
  const conversation = await findConversation(ctx.owner, ctx.db, id);
  return conversation ? [conversation] : null;
}

export const exportConversations = defineOperation({
  name: 'conversations.export',
  summary: 'Export one conversation or all of them',
  input: z.object({
    conversation_id: z.uuid().optional().describe('Only this one'),
    format: z.enum(['json', 'markdown']).default('json'),
    limit: z.int().min(1).max(CONVERSATIONS_MAX).default(100),
    before: z.iso.datetime().optional().describe('`next.before` of the page before'),
    before_id: z.uuid().optional().describe('`next.before_id` of the page before'),
  }),
  output: z.object({
    conversations: z.array(portableSchema).describe('Each is input for `conversations.import`'),
    markdown: z.string().nullable().describe('The same to read, when asked for as Markdown'),
    next: z.object({ before: z.iso.datetime(), before_id: z.uuid() }).nullable().describe('Where the next page begins'),
  }),
  errors: conversationErrors,
  permission: 'conversations:read',
  effect: 'read',
  examples: [
    { say: 'export all my conversations', input: {} },
    { say: 'export my conversations as markdown', input: { format: 'markdown' } },
    { say: 'save all our conversations as a file', input: {} },
    { say: 'export the last 20 conversations', input: { limit: 20 } },
  ],
  async run(ctx, { conversation_id: id, format, limit, before, before_id }, fail) {
    const page = { limit, before: before ? Date.parse(before) : Number.MAX_SAFE_INTEGER, beforeId: before_id ?? '' };
    const found = await chosen(ctx, id, page);
    if (!found) throw fail.conversation_unknown({});
    const conversations: Portable[] = [];
    const texts: string[] = [];
    for (const conversation of found.filter((one) => id !== undefined || !one.private)) {
      const turns = await listTurns(ctx.owner, ctx.db, conversation.id);
      if (format === 'json') conversations.push(portableOf(conversation, turns));
      else texts.push(markdownOf(conversation, branchOf(turns, conversation.head_turn_id)));
    }
    const last = found.length === limit && id === undefined ? found.at(-1) : undefined;
    return {
      conversations,
      markdown: format === 'markdown' ? texts.join('\n---\n\n') : null,
      next: last ? { before: last.updated_at, before_id: last.id } : null,
    };
  },
});
