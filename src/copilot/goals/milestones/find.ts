/** Finds a milestone that can be worked on: neither it nor its goal is removed. */
import type { Context } from '../../../kernel/context.ts';
import { findGoalRow } from '../store.ts';
import { findMilestoneRow, type MilestoneRow } from './store.ts';

/** A removed one only when asked for; never one of a removed goal. */
export async function findMilestone(
  { owner, db }: Context,
  id: string,
  isRemovedToo = false,
): Promise<MilestoneRow | null> {
  const row = await findMilestoneRow(owner, db, id);
  if (!row || (row.removed_at !== null && !isRemovedToo)) return null;
  const goal = await findGoalRow(owner, db, row.goal_id);
  return goal && goal.removed_at === null ? row : null;
}
