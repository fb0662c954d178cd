/** Conversations for tests. */
import type { Context } from '../../kernel/context.ts';
import { insertInstruction } from './instructions/store.ts';
import { insertConversation } from './store.ts';
import { insertSummary } from './summaries/store.ts';
import { insertTurns, type NewTurn } from './turns/store.ts';

export function aTurn(turn: Partial<NewTurn> & Pick<NewTurn, 'id' | 'conversation_id'>): NewTurn {
  return {
    parent_id: null,
    position: 0,
    role: 'user',
    speaker: '',
    content: 'Shall we fly to Lisbon in May?',
    status: 'complete',
    metadata: {},
    created_at: 0,
    ...turn,
  };
}

interface Talk {
  readonly id: string;
  readonly title?: string;
  readonly turns: readonly NewTurn[];
}

export async function aConversation(
  { owner, db, clock }: Context,
  { id, title = 'Trip to Lisbon', turns }: Talk,
): Promise<void> {
  const now = clock.now();
  await insertConversation(owner, db, {
    id,
    title,
    head_turn_id: turns.at(-1)?.id ?? null,
    created_at: now,
    updated_at: now,
  });
  await insertTurns(
    owner,
    db,
    turns.map((turn, position) => ({ ...turn, position, created_at: turn.created_at || now })),
  );
}

const id = (tail: string): string => `00000000-0000-4000-8000-0000000000${tail}`;

/** Puts in place what the examples of conversations and chat speak of. */
export async function givenConversationExamples(ctx: Context): Promise<void> {
  const question = aTurn({ id: id('d2'), conversation_id: id('c1') });
  const answer = aTurn({
    id: id('d1'),
    conversation_id: id('c1'),
    parent_id: question.id,
    role: 'assistant',
    content: 'May is mild there.',
  });
  await aConversation(ctx, { id: id('c1'), turns: [question, answer] });
  await aConversation(ctx, {
    id: id('c2'),
    title: 'Old plans for Lisbon',
    turns: [
      aTurn({ id: id('d3'), conversation_id: id('c2'), content: 'Backup plans: stay home, read about the router.' }),
    ],
  });
  const { owner, db, clock } = ctx;
  const now = clock.now();
  await insertInstruction(owner, db, {
    id: id('e1'),
    text: 'Use metric units everywhere',
    is_active: 1,
    created_at: now,
    updated_at: now,
  });
  await insertSummary(owner, db, {
    id: id('e2'),
    conversation_id: id('c1'),
    text: 'You: Shall we fly to Lisbon in May?',
    trust: 'derived',
    made_by: 'quotation',
    turn_ids: [question.id, answer.id],
    created_at: now,
  });
}
