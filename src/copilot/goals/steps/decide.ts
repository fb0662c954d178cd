/**
 * Decisions on steps, each kept together with the lesson it teaches (core/learning, same id): it counts as long as its
 * lesson does, wherever that is taken back or restored.
 */
import { dropLesson, lessonsOf, recordLesson, resetLessons } from '../../../core/learning/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { type DecisionRow, insertDecision, listDecisions } from './store.ts';

const SUBJECT = 'goals.suggestions';

export async function decide(ctx: Context, decided: Omit<DecisionRow, 'id' | 'owner' | 'at'>): Promise<DecisionRow> {
  const { owner, db, clock, newId } = ctx;
  const row = { ...decided, id: newId(), at: clock.now() };
  await insertDecision(owner, db, row);
  await teach(ctx, row);
  return { ...row, owner };
}

/** The lesson of a decision that is on record already. */
export async function teach(ctx: Context, row: Omit<DecisionRow, 'owner'>): Promise<void> {
  const { id, verdict: kind, kind: about, text: said, goal_id } = row;
  await recordLesson(ctx, { id, kind, subject: SUBJECT, about, said, source: { type: 'goal', id: goal_id } });
}

/** Those that count, newest first. */
export async function countingDecisions(ctx: Context): Promise<DecisionRow[]> {
  const counting = new Set((await lessonsOf(ctx, { subject: SUBJECT })).map(({ id }) => id));
  return (await listDecisions(ctx.owner, ctx.db)).filter(({ id }) => counting.has(id));
}

export const takeBack = (ctx: Context, id: string): Promise<void> => dropLesson(ctx, id);

/** Every kind counts as in the beginning; answers how many decisions counted. */
export const forgetDecisions = (ctx: Context): Promise<number> => resetLessons(ctx, SUBJECT);
