/** Writes a milestone at its place in the plan. Shared by `create` and by steps that become milestones. */
import type { Context } from '../../../kernel/context.ts';
import { recordMilestone } from './change.ts';
import type { Milestone } from './milestone.ts';
import { findMilestoneRow, insertMilestone, listMilestoneRows } from './store.ts';

export interface NewMilestone {
  readonly goal_id: string;
  readonly title: string;
  readonly weight: number;
  /** At the end unless said. */
  readonly position?: number | undefined;
}

/** Call it in a transaction that holds the owner's lock. */
export async function addMilestone(
  ctx: Context,
  { goal_id, title, weight, position }: NewMilestone,
): Promise<Milestone> {
  const { owner, db, clock, newId } = ctx;
  const known = await listMilestoneRows(owner, db, [goal_id]);
  const id = newId();
  const now = clock.now();
  const last = known.at(-1)?.position ?? -1;
  await insertMilestone(owner, db, {
    id,
    goal_id,
    title,
    weight,
    position: position ?? last + 1,
    created_at: now,
    updated_at: now,
    removed_at: null,
  });
  const row = await findMilestoneRow(owner, db, id);
  if (!row) throw new Error('The milestone just written is not there.');
  return recordMilestone(ctx, row, 'created');
}
