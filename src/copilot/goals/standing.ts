/** Where goals stand: their rows, parts and evidence together, and the progress these make. One read for many goals. */
import type { Context } from '../../kernel/context.ts';
import { type EvidenceRow, listEvidenceRows } from './evidence/store.ts';
import { listMilestoneRows, type MilestoneRow } from './milestones/store.ts';
import { type Contribution, contributionsOf, finishesMilestone, type Piece, progressOf } from './progress/progress.ts';
import { findGoalRow, type GoalRow } from './store.ts';

export interface Standing {
  readonly goal: GoalRow;
  readonly milestones: readonly MilestoneRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly contributions: readonly Contribution[];
  readonly progress: number;
}

const pieceOf = ({ id, kind, milestone_id, share, at }: EvidenceRow): Piece => ({
  id,
  kind,
  milestoneId: milestone_id,
  share,
  at,
});

/** That the owner called it completed counts as the last piece, without a row of its own. */
function completionOf({ id, status, completed_at }: GoalRow): Piece[] {
  if (status !== 'completed' || completed_at === null) return [];
  return [{ id, kind: 'completed', milestoneId: null, share: 1, at: completed_at }];
}

function standingOf(goal: GoalRow, milestones: readonly MilestoneRow[], evidence: readonly EvidenceRow[]): Standing {
  const contributions = contributionsOf(milestones, [...evidence.map(pieceOf), ...completionOf(goal)]);
  return { goal, milestones, evidence, contributions, progress: progressOf(contributions) };
}

export async function standingsOf({ owner, db }: Context, goals: readonly GoalRow[]): Promise<Standing[]> {
  const goalIds = goals.map(({ id }) => id);
  const milestones = Map.groupBy(await listMilestoneRows(owner, db, goalIds), ({ goal_id }) => goal_id);
  const evidence = Map.groupBy(await listEvidenceRows(owner, db, { goalIds }), ({ goal_id }) => goal_id);
  return goals.map((goal) => standingOf(goal, milestones.get(goal.id) ?? [], evidence.get(goal.id) ?? []));
}

/** Null when there is no such goal; a removed one only when asked for. */
export async function findStanding(ctx: Context, id: string, isRemovedToo = false): Promise<Standing | null> {
  const row = await findGoalRow(ctx.owner, ctx.db, id);
  if (!row || (row.removed_at !== null && !isRemovedToo)) return null;
  const [standing] = await standingsOf(ctx, [row]);
  return standing ?? null;
}

/** Every piece that says a milestone is done, the first one first. */
export const finishesOf = ({ evidence }: Pick<Standing, 'evidence'>, milestoneId: string): EvidenceRow[] =>
  evidence.filter((row) => row.milestone_id === milestoneId && finishesMilestone(pieceOf(row)));

/** The piece that finished a milestone; undefined while it is open. */
export const finishOf = (standing: Pick<Standing, 'evidence'>, milestoneId: string): EvidenceRow | undefined =>
  finishesOf(standing, milestoneId)[0];

export const openMilestones = (standing: Standing): MilestoneRow[] =>
  standing.milestones.filter(({ id }) => !finishOf(standing, id));
