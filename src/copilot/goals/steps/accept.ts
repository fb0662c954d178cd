/** Takes up a step: it becomes a task or a milestone, or is kept in mind; and its kind counts for more from now on. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { defineOperation } from '../../../kernel/operation.ts';
import { executeTask } from '../../tasks/index.ts';
import { NEXT_OF_GARDEN } from '../examples.ts';
import { addMilestone } from '../milestones/add.ts';
import { lockGoals } from '../store.ts';
import { updateGoal } from '../update.ts';
import { decide } from './decide.ts';
import { decisionOf, decisionSchema, type Made, stepErrors } from './decision.ts';
import { findStep } from './find.ts';
import type { Step } from './step.ts';

async function become(ctx: Context, step: Step): Promise<Made | null> {
  if (step.kind === 'complete') {
    await ctx.call(updateGoal, { id: step.goal_id, status: 'completed' });
    return { type: 'completion', id: step.goal_id };
  }
  if (step.action !== null) {
    const { id } = await ctx.call(executeTask, { ...step.action, goal_id: step.goal_id, idempotency_key: step.id });
    return { type: 'task', id };
  }
  if (step.milestone === null) return null;
  const milestone = await addMilestone(ctx, { goal_id: step.goal_id, title: step.milestone, weight: 1 });
  return { type: 'milestone', id: milestone.id };
}

export const acceptStep = defineOperation({
  name: 'goals.steps.accept',
  summary: 'Take up a suggestion',
  input: z.object({ id: z.uuid().describe('Id of the suggestion') }),
  output: decisionSchema,
  errors: {
    ...stepErrors,
    step_is_task: {
      kind: 'forbidden',
      text: ({ type, action }: { type: string; action: string; params: object }) =>
        `This suggestion is the task ${type} ${action}. Call tasks.execute with its arguments, so that the owner approves exactly these.`,
    },
  },
  permission: 'goals:write',
  effect: 'write',
  undo: 'goals.steps.restore',
  examples: [
    {
      say: 'accept the suggestion to split the garden goal',
      input: { id: NEXT_OF_GARDEN },
      refers: { id: 'split the garden' },
    },
    {
      say: 'take up the suggestion about milestones for the garden',
      input: { id: NEXT_OF_GARDEN },
      refers: { id: 'milestones for the garden' },
    },
    {
      say: 'yes, do the suggested step split the garden',
      input: { id: NEXT_OF_GARDEN },
      refers: { id: 'split the garden' },
    },
    {
      say: 'I like the suggestion to split the garden goal, take it',
      input: { id: NEXT_OF_GARDEN },
      refers: { id: 'split the garden' },
    },
  ],
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db } = tx;
      await lockGoals(owner, db);
      const found = await findStep(tx, id);
      if (!found) throw fail.step_unknown({});
      const { step } = found;
      // Approving "take up a suggestion" would approve what nobody has read.
      if (step.action !== null && tx.actor.kind === 'agent') throw fail.step_is_task(step.action);
      const made = await become(tx, step);
      const { id: step_id, goal_id, kind, text } = step;
      const verdict = 'accepted' as const;
      return decisionOf(
        await decide(tx, { goal_id, step_id, kind, text, verdict, made: made && JSON.stringify(made) }),
      );
    }),
});
