/** Brings a real conversation from elsewhere, with its own speakers and times, verbatim and in one transaction. */
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { conversationSchema, titleOf, titleSchema } from './conversation.ts';
import { findConversation, insertConversation } from './store.ts';
import { insertTurns, type NewTurn } from './turns/store.ts';
import { cleanText, ROLES, SPEAKER_CHARS_MAX, TURN_CHARS_MAX } from './turns/turn.ts';

/** One request stays below the body limit; longer talks come as several conversations. */
const MESSAGES_MAX = 5000;

const messageSchema = z.object({
  role: z.enum(ROLES).default('user'),
  content: z.string().max(TURN_CHARS_MAX).transform(cleanText),
  speaker: z.string().max(SPEAKER_CHARS_MAX).transform(cleanText).default('').describe('Name of who spoke'),
  timestamp: z.iso.datetime({ offset: true }).optional().describe('When it was said; now when left out'),
  metadata: z.record(z.string(), z.unknown()).default({}),
});
type Message = z.output<typeof messageSchema>;

function turnsOf(ctx: Context, conversationId: string, messages: readonly Message[]): NewTurn[] {
  const ids = messages.map(() => ctx.newId());
  return messages.map(({ role, content, speaker, timestamp, metadata }, position) => ({
    id: ids[position] ?? '',
    conversation_id: conversationId,
    parent_id: ids[position - 1] ?? null,
    position,
    role,
    speaker,
    content,
    status: 'complete',
    metadata: { ...metadata, imported: true },
    created_at: timestamp ? Date.parse(timestamp) : ctx.clock.now(),
  }));
}

export const importConversation = defineOperation({
  name: 'conversations.import',
  summary: 'Import a conversation from elsewhere',
  input: z.object({
    title: titleSchema.optional(),
    messages: z.array(messageSchema).min(1).max(MESSAGES_MAX),
  }),
  output: conversationSchema.extend({ turn_ids: z.array(z.uuid()).describe('Ids of the turns, in the order given') }),
  permission: 'conversations:write',
  effect: 'write',
  examples: [
    {
      say: 'import a conversation',
      input: {
        title: 'Standup',
        messages: [
          { speaker: 'Ada', content: 'The deploy is green.', timestamp: '2026-03-02T09:00:00Z' },
          { speaker: 'Lin', content: 'Then I take the router today.', timestamp: '2026-03-02T09:01:00Z' },
        ],
      },
    },
  ],
  offeredIn: ['rest', 'cli', 'mcp'],
  run: (ctx, { title, messages }) =>
    ctx.transaction(async (tx) => {
      const { owner, db, newId } = tx;
      const id = newId();
      const turns = turnsOf(tx, id, messages);
      const times = turns.map(({ created_at }) => created_at);
      await insertConversation(owner, db, {
        id,
        title: title ?? titleOf(messages[0]?.content ?? ''),
        head_turn_id: turns.at(-1)?.id ?? null,
        created_at: Math.min(...times),
        updated_at: Math.max(...times),
      });
      await insertTurns(owner, db, turns);
      const conversation = await findConversation(owner, db, id);
      if (!conversation) throw new Error('The conversation just written is not there.');
      return { ...conversation, turn_ids: turns.map((turn) => turn.id) };
    }),
});
