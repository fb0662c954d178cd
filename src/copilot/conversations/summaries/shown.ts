/** Which summaries belong to a branch, and which turns of it they cover. Door for chat and for `conversations.get`. */
import type { Context } from '../../../kernel/context.ts';
import type { Turn } from '../turns/turn.ts';
import { listSummaryRows } from './store.ts';
import type { Summary } from './summary.ts';

/** More than a conversation of 10,000 turns has. */
const SUMMARIES_MAX = 1000;

/** Oldest first; of another branch none. */
export async function summariesOn(
  { owner, db }: Context,
  conversationId: string,
  path: readonly Pick<Turn, 'id'>[],
): Promise<Summary[]> {
  const onPath = new Set(path.map(({ id }) => id));
  const all = await listSummaryRows(owner, db, { conversationId, limit: SUMMARIES_MAX });
  return all.filter(({ turn_ids }) => turn_ids.every((id) => onPath.has(id)));
}
