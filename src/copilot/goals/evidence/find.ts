/** Finds a piece of evidence whose goal is still there, with that goal. */
import type { Context } from '../../../kernel/context.ts';
import { findGoalRow } from '../store.ts';
import { type EvidenceRow, findEvidenceRow } from './store.ts';

export async function findEvidence({ owner, db }: Context, id: string): Promise<EvidenceRow | null> {
  const row = await findEvidenceRow(owner, db, id);
  if (!row) return null;
  const goal = await findGoalRow(owner, db, row.goal_id);
  return goal && goal.removed_at === null ? row : null;
}
