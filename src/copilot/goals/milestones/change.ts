/** Shared by every change of a milestone: what it is afterwards is recorded, announced and answered with. */
import type { Context } from '../../../kernel/context.ts';
import { settleLesson } from '../lessons/lesson.ts';
import { findStanding } from '../standing.ts';
import { updateGoalRow } from '../store.ts';
import { insertVersion, type Version } from '../versions/store.ts';
import { milestoneOf } from '../view.ts';
import type { Milestone } from './milestone.ts';
import type { MilestoneRow } from './store.ts';

export type MilestoneState = Pick<MilestoneRow, 'title' | 'weight' | 'position'>;

/** Keeps what a milestone is after a change, so that it can be taken back. */
export async function keepVersion(ctx: Context, row: MilestoneRow, change: Version['change']): Promise<void> {
  const { owner, db, clock, actor } = ctx;
  const { title, weight, position } = row;
  const state: MilestoneState = { title, weight, position };
  await insertVersion(owner, db, {
    goal_id: row.goal_id,
    subject_id: row.id,
    at: clock.now(),
    actor: `${actor.kind}/${actor.face}`,
    change,
    state: { ...state },
  });
}

export async function recordMilestone(ctx: Context, row: MilestoneRow, change: Version['change']): Promise<Milestone> {
  await keepVersion(ctx, row, change);
  return announce(ctx, row);
}

/** For changes that evidence holds: the milestone itself stays as it was. */
export async function announce(ctx: Context, row: MilestoneRow): Promise<Milestone> {
  const { owner, db, clock, events } = ctx;
  await updateGoalRow(owner, db, { id: row.goal_id, updated_at: clock.now() });
  const standing = await findStanding(ctx, row.goal_id);
  if (!standing) throw new Error('A milestone outlived its goal.');
  await settleLesson(ctx, standing);
  await events.emit('goals.progress.changed', { owner, id: row.goal_id });
  return milestoneOf(standing, row);
}
