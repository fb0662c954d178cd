/** Goes another way from a turn on, in a conversation of its own; the first one stays as it is. */
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { branchOf } from './branch.ts';
import { type Conversation, conversationSchema, TITLE_CHARS_MAX } from './conversation.ts';
import { conversationErrors, turnErrors } from './errors.ts';
import { findConversation, insertConversation } from './store.ts';
import { insertTurns, listTurns, type NewTurn } from './turns/store.ts';
import type { Turn } from './turns/turn.ts';

/** An answer still in the making is taken as far as it is: nobody writes on in the copy. */
const settled = ({ status }: Turn): Turn['status'] =>
  status === 'generating' || status === 'asks' ? 'stopped' : status;

function copiesOf(turns: readonly Turn[], conversationId: string, newId: () => string): NewTurn[] {
  const ids = turns.map(() => newId());
  return turns.map((turn, position) => ({
    id: ids[position] ?? '',
    conversation_id: conversationId,
    parent_id: ids[position - 1] ?? null,
    position,
    role: turn.role,
    speaker: turn.speaker,
    content: turn.content,
    status: settled(turn),
    metadata: { ...turn.metadata, copied_from: turn.id },
    created_at: Date.parse(turn.timestamp),
  }));
}

async function insertFork(
  { owner, db, clock, newId }: Context,
  original: Conversation,
  path: readonly Turn[],
): Promise<string> {
  const id = newId();
  const now = clock.now();
  const copies = copiesOf(path, id, newId);
  await insertConversation(owner, db, {
    id,
    title: `Fork of ${original.title}`.slice(0, TITLE_CHARS_MAX),
    head_turn_id: copies.at(-1)?.id ?? null,
    is_private: original.private ? 1 : 0,
    created_at: now,
    updated_at: now,
  });
  await insertTurns(owner, db, copies);
  return id;
}

export const forkConversation = defineOperation({
  name: 'conversations.fork',
  summary: 'Go another way from a turn on, in a new conversation',
  input: z.object({
    id: z.uuid(),
    turn_id: z.uuid().optional().describe('The last turn to take along; the newest shown when left out'),
  }),
  output: conversationSchema.extend({ turns: z.int().describe('Turns taken along') }),
  errors: {
    ...conversationErrors,
    ...turnErrors,
    conversation_empty: { kind: 'invalid', text: () => 'There is nothing in this conversation to take along.' },
  },
  permission: 'conversations:write',
  effect: 'write',
  undo: 'conversations.remove',
  examples: [
    {
      say: 'fork the conversation about lisbon',
      input: { id: '00000000-0000-4000-8000-0000000000c1' },
      refers: { id: 'lisbon' },
    },
    {
      say: 'branch off the conversation about lisbon',
      input: { id: '00000000-0000-4000-8000-0000000000c1' },
      refers: { id: 'lisbon' },
    },
    {
      say: 'make a branch of the chat about lisbon',
      input: { id: '00000000-0000-4000-8000-0000000000c1' },
      refers: { id: 'lisbon' },
    },
    {
      say: 'copy the conversation about lisbon',
      input: { id: '00000000-0000-4000-8000-0000000000c1' },
      refers: { id: 'lisbon' },
    },
  ],
  run: (ctx, { id, turn_id }, fail) =>
    ctx.transaction(async (tx) => {
      const original = await findConversation(tx.owner, tx.db, id);
      if (!original) throw fail.conversation_unknown({});
      const turns = await listTurns(tx.owner, tx.db, id);
      if (turn_id && !turns.some((turn) => turn.id === turn_id)) throw fail.turn_unknown({});
      const path = branchOf(turns, turn_id ?? original.head_turn_id);
      if (path.length === 0) throw fail.conversation_empty({});
      const forked = await findConversation(tx.owner, tx.db, await insertFork(tx, original, path));
      if (!forked) throw fail.conversation_unknown({});
      return { ...forked, turns: path.length };
    }),
});
