/** Writes a milestone at its place in the plan. Shared by `create` and by steps that become milestones. */
import type { Context } from '../../../kernel/context.ts';
import { announce, keepVersion } from './change.ts';
import type { Milestone } from './milestone.ts';
import { insertMilestone, listMilestoneRows, type MilestoneRow } from './store.ts';

export interface NewMilestone {
  readonly goal_id: string;
  readonly title: string;
  readonly weight: number;
  /** At the end unless said. */
  readonly position?: number | undefined;
}

/** Writes it with its first version; whoever calls tells of it. */
export async function writeMilestone(ctx: Context, { position = 0, ...about }: NewMilestone): Promise<MilestoneRow> {
  const { owner, db, clock, newId } = ctx;
  const now = clock.now();
  const row = { ...about, id: newId(), position, created_at: now, updated_at: now, removed_at: null };
  await insertMilestone(owner, db, row);
  await keepVersion(ctx, { ...row, owner }, 'created');
  return { ...row, owner };
}

/** Call it in a transaction that holds the owner's lock. */
export async function addMilestone(ctx: Context, milestone: NewMilestone): Promise<Milestone> {
  const last = (await listMilestoneRows(ctx.owner, ctx.db, [milestone.goal_id])).at(-1)?.position ?? -1;
  return announce(ctx, await writeMilestone(ctx, { ...milestone, position: milestone.position ?? last + 1 }));
}
