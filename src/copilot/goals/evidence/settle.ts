/** After a change of evidence: lessons follow, and whoever watches progress hears of it. */
import type { Context } from '../../../kernel/context.ts';
import { settleLesson } from '../lessons/lesson.ts';
import { findStanding } from '../standing.ts';
import { updateGoalRow } from '../store.ts';

export async function settleEvidence(ctx: Context, goalId: string): Promise<void> {
  const { owner, db, clock, events } = ctx;
  await updateGoalRow(owner, db, { id: goalId, updated_at: clock.now() });
  const standing = await findStanding(ctx, goalId);
  if (standing) await settleLesson(ctx, standing);
  await events.emit('goals.progress.changed', { owner, id: goalId });
}
