/** The shown branch of a conversation: from the head up to the root, each turn with its siblings. Pure. */
import type { Turn } from './turns/turn.ts';

export type BranchedTurn = Turn & { siblings: string[] };

export function branchOf(turns: readonly Turn[], headId: string | null): BranchedTurn[] {
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  const children = Map.groupBy(turns, ({ parent_id }) => parent_id);
  const branch: BranchedTurn[] = [];
  for (let turn = byId.get(headId ?? ''); turn; turn = byId.get(turn.parent_id ?? '')) {
    branch.push({ ...turn, siblings: (children.get(turn.parent_id) ?? []).map(({ id }) => id) });
  }
  return branch.reverse();
}

/** The newest leaf below a turn: where a person lands who switches to its branch. */
export function leafBelow(turns: readonly Turn[], id: string): string {
  const children = Map.groupBy(turns, ({ parent_id }) => parent_id);
  let leaf = id;
  for (let next = children.get(leaf)?.at(-1); next; next = children.get(leaf)?.at(-1)) leaf = next.id;
  return leaf;
}
