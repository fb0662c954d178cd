/** Shared by every change of a goal: checks of what is asked, and the record that lets it be taken back. */
import type { Context } from '../../kernel/context.ts';
import { deadlineAt, sayDeadline } from './deadline/deadline.ts';
import type { Goal } from './goal.ts';
import { settleLesson } from './lessons/lesson.ts';
import { findStanding } from './standing.ts';
import { dependenciesOf, type GoalRow, listGoalRows } from './store.ts';
import { insertVersion, type Version } from './versions/store.ts';
import { viewOf } from './view.ts';
import { zoneOf } from './zone.ts';

/** What of a goal a change may touch, and so what taking it back brings back. */
export interface GoalState {
  readonly title: string;
  readonly description: string;
  readonly status: Goal['status'];
  readonly deadline: string | null;
  readonly depends_on: string;
  readonly completed_at: number | null;
  /** Evidence written by this change: the progress stated with it. */
  readonly stated: string | null;
}

export function stateOf(row: GoalRow, stated: string | null = null): GoalState {
  const { title, description, status, deadline, depends_on, completed_at } = row;
  return { title, description, status, deadline, depends_on, completed_at, stated };
}

/** Records what a goal is after a change, announces it, and answers with the goal. */
export async function recordChange(
  ctx: Context,
  row: GoalRow,
  { change, stated = null }: { change: Version['change']; stated?: string | null },
): Promise<Goal> {
  const { owner, db, clock, actor, events } = ctx;
  await insertVersion(owner, db, {
    goal_id: row.id,
    subject_id: row.id,
    at: clock.now(),
    actor: `${actor.kind}/${actor.face}`,
    change,
    state: { ...stateOf(row, stated) },
  });
  const standing = await findStanding(ctx, row.id, true);
  if (!standing) throw new Error('The goal just written is not there.');
  await settleLesson(ctx, standing);
  await events.emit(`goals.goal.${change}`, { owner, id: row.id });
  return viewOf(ctx, standing);
}

/** The deadline in words when it is past, or null while it is still to come. */
export async function pastDeadline(ctx: Context, deadline: string): Promise<string | null> {
  const zone = await zoneOf(ctx);
  return deadlineAt(deadline, zone) < ctx.clock.now() ? `${sayDeadline(deadline, zone)} (${zone})` : null;
}

const keyOf = (title: string): string => title.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** Another goal of the same words that is not done yet. */
export function sameGoal(rows: readonly GoalRow[], title: string, id?: string): GoalRow | undefined {
  return rows.find((row) => row.id !== id && row.status !== 'completed' && keyOf(row.title) === keyOf(title));
}

export const goalsOf = (ctx: Context): Promise<GoalRow[]> => listGoalRows(ctx.owner, ctx.db);

/** The titles from a goal back to itself along what it depends on, or null when there is no way round. */
export function circleThrough(rows: readonly GoalRow[], id: string, dependsOn: readonly string[]): string[] | null {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const nextOf = (at: string): readonly string[] => {
    const row = byId.get(at);
    return at === id ? dependsOn : row ? dependenciesOf(row) : [];
  };
  const seen = new Set<string>();
  const walk = (at: string, path: readonly string[]): string[] | null => {
    for (const next of nextOf(at)) {
      if (next === id) return [...path, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...path, next]);
      if (found) return found;
    }
    return null;
  };
  const circle = walk(id, [id]);
  return circle?.map((each) => byId.get(each)?.title ?? 'this goal') ?? null;
}
