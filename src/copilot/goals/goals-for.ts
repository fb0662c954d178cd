/** The goals a text touches, for an answer that tells which goal it serves. Looks only. */
import type { Context } from '../../kernel/context.ts';
import { matchesOf, targetsOf } from './matching/match.ts';
import { standingsOf } from './standing.ts';
import { listGoalRows } from './store.ts';

export interface TouchedGoal {
  readonly id: string;
  readonly title: string;
  readonly progress: number;
  readonly deadline: string | null;
  /** The open milestone it is about, where it is about one. */
  readonly milestone: { readonly id: string; readonly title: string } | null;
  /** Share of the goal's (or milestone's) words that the text holds, 0 to 1. */
  readonly score: number;
}

/** Half of the telling words: to mention a goal is less than to claim it is done. */
const TOUCHED = 0.5;
const GOALS_MAX = 3;

export async function goalsFor(ctx: Context, text: string): Promise<TouchedGoal[]> {
  const rows = await listGoalRows(ctx.owner, ctx.db, { status: 'active' });
  if (rows.length === 0) return [];
  const standings = await standingsOf(ctx, rows);
  const matches = matchesOf(text, targetsOf(standings)).filter(({ coverage }) => coverage >= TOUCHED);
  const best = Map.groupBy(matches, ({ target }) => target.goalId);
  return [...best].slice(0, GOALS_MAX).flatMap(([goalId, [match]]) => {
    const standing = standings.find(({ goal }) => goal.id === goalId);
    if (!standing || !match) return [];
    const { milestoneId, title } = match.target;
    return {
      id: goalId,
      title: standing.goal.title,
      progress: standing.progress,
      deadline: standing.goal.deadline,
      milestone: milestoneId === null ? null : { id: milestoneId, title },
      score: match.coverage,
    };
  });
}
