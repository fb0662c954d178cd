/** Finds a step by its id among the steps of the owner's active goals. */
import type { Context } from '../../../kernel/context.ts';
import { type Standing, standingsOf } from '../standing.ts';
import { listGoalRows } from '../store.ts';
import { surroundingsOf } from '../view.ts';
import { stepsOf } from './all-steps.ts';
import type { Step } from './step.ts';
import { mayBelongTo } from './step-id.ts';

export interface FoundStep {
  readonly step: Step;
  readonly standing: Standing;
}

export async function findStep(ctx: Context, id: string): Promise<FoundStep | null> {
  const rows = (await listGoalRows(ctx.owner, ctx.db, { status: 'active' })).filter((row) => mayBelongTo(id, row.id));
  const around = await surroundingsOf(ctx);
  for (const standing of await standingsOf(ctx, rows)) {
    const step = (await stepsOf(ctx, standing, around)).find((each) => each.id === id);
    if (step) return { step, standing };
  }
  return null;
}
