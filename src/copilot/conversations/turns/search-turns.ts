/** Ranks the owner's turns by their words and the talk around them. Door for other modules; `conversations.search` is its face. */
import type { Context } from '../../../kernel/context.ts';
import { findTurns, turnChanges } from './store.ts';
import type { Turn } from './turn.ts';

export interface FoundTurn {
  readonly turn: Turn;
  readonly score: number;
}

interface TurnQuery {
  readonly text: string;
  readonly limit: number;
  readonly role?: Turn['role'];
  readonly conversationId?: string;
}

export async function searchTurns(
  ctx: Context,
  { text, limit, role, conversationId }: TurnQuery,
): Promise<FoundTurn[]> {
  const { owner, db, search } = ctx;
  const source = { changes: (who: string, after: number, count: number) => turnChanges(who, db, after, count) };
  const hits = await search.query('conversations.turns', owner, source, {
    text,
    limit,
    ...(role ? { category: role } : {}),
    ...(conversationId ? { group: conversationId } : {}),
  });
  const turns = new Map(
    (
      await findTurns(
        owner,
        db,
        hits.map(({ id }) => id),
      )
    ).map((turn) => [turn.id, turn]),
  );
  return hits.flatMap(({ id, score }) => {
    const turn = turns.get(id);
    // A fork's copy of a turn that was found itself says nothing new.
    const original = turn?.metadata.copied_from;
    const isCopy = typeof original === 'string' && turns.has(original);
    return turn && !isCopy ? [{ turn, score }] : [];
  });
}
