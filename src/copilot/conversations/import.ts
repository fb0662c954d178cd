/** Brings a real conversation from elsewhere, with its own speakers, times and branches, verbatim and in one transaction. */
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { conversationSchema, titleOf } from './conversation.ts';
import { type PortableMessage, portableSchema } from './portable.ts';
import { findConversation, insertConversation } from './store.ts';
import { insertTurns, type NewTurn } from './turns/store.ts';
import { metadataSchema } from './turns/turn.ts';

/** What is not a turn's metadata is somebody else's; it is kept out of the fields Nima reads. */
function metadataOf(metadata: Record<string, unknown>): NewTurn['metadata'] {
  const parsed = metadataSchema.safeParse(metadata);
  return { ...(parsed.success ? parsed.data : { foreign: metadata }), imported: true };
}

function turnsOf(ctx: Context, conversationId: string, messages: readonly PortableMessage[]): NewTurn[] {
  const ids = messages.map(() => ctx.newId());
  return messages.map(({ role, content, speaker, timestamp, metadata, status, parent }, position) => ({
    id: ids[position] ?? '',
    conversation_id: conversationId,
    parent_id: parent === null ? null : (ids[parent ?? position - 1] ?? null),
    position,
    role,
    speaker,
    content,
    status,
    metadata: metadataOf(metadata),
    created_at: timestamp ? Date.parse(timestamp) : ctx.clock.now(),
  }));
}

/** A turn follows one that stands before it, so that no ring can be imported. */
const isInOrder = (messages: readonly PortableMessage[]): boolean =>
  messages.every(({ parent }, index) => parent === undefined || parent === null || parent < index);

export const importConversation = defineOperation({
  name: 'conversations.import',
  summary: 'Import a conversation from elsewhere',
  input: portableSchema,
  output: conversationSchema.extend({ turn_ids: z.array(z.uuid()).describe('Ids of the turns, in the order given') }),
  errors: {
    order_broken: {
      kind: 'invalid',
      text: () => 'A message names a parent that does not stand before it. Put every message after the one it follows.',
    },
  },
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
  run: (ctx, { title, messages, head, created_at, updated_at }, fail) =>
    ctx.transaction(async (tx) => {
      if (!isInOrder(messages)) throw fail.order_broken({});
      const { owner, db, newId } = tx;
      const id = newId();
      const turns = turnsOf(tx, id, messages);
      const times = turns.map((turn) => turn.created_at);
      await insertConversation(owner, db, {
        id,
        title: title ?? titleOf(messages[0]?.content ?? ''),
        head_turn_id: (head === undefined || head === null ? turns.at(-1) : turns[head])?.id ?? null,
        created_at: created_at ? Date.parse(created_at) : Math.min(...times),
        updated_at: updated_at ? Date.parse(updated_at) : Math.max(...times),
      });
      await insertTurns(owner, db, turns);
      const conversation = await findConversation(owner, db, id);
      if (!conversation) throw new Error('The conversation just written is not there.');
      return { ...conversation, turn_ids: turns.map((turn) => turn.id) };
    }),
});
