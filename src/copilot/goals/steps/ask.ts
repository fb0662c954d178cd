/** Asks the model for further steps. They stand beside Nima's own until the next time it is asked. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { BLOG, GARDEN } from '../examples.ts';
import { goalErrors } from '../goal.ts';
import { findStanding } from '../standing.ts';
import { lockGoals } from '../store.ts';
import { surroundingsOf } from '../view.ts';
import { stepsOf } from './all-steps.ts';
import { askModel } from './from-model.ts';
import { replaceIdeas } from './ideas/store.ts';
import { stepSchema } from './step.ts';

export const askSteps = defineOperation({
  name: 'goals.steps.ask',
  summary: 'Ask the model for further steps',
  input: z.object({ goal_id: z.uuid() }),
  output: z.object({
    steps: z.array(stepSchema).describe('Of this goal; none of them from a model where only the offline one is there'),
  }),
  errors: goalErrors,
  permission: 'goals:write',
  effect: 'write',
  examples: [
    { say: 'ask the model for steps towards the blog goal', input: { goal_id: BLOG }, refers: { goal_id: 'the blog' } },
    { say: 'let the model think about the garden goal', input: { goal_id: GARDEN }, refers: { goal_id: 'the garden' } },
    {
      say: 'ask the model how to get on with the garden',
      input: { goal_id: GARDEN },
      refers: { goal_id: 'the garden' },
    },
    { say: 'let the model suggest steps for the blog goal', input: { goal_id: BLOG }, refers: { goal_id: 'the blog' } },
  ],
  preview: async () => 'Send the goal, its milestones and its suggestions to the model, and keep what it suggests.',
  async run(ctx, { goal_id }, fail) {
    const standing = await findStanding(ctx, goal_id);
    if (!standing) throw fail.goal_unknown({});
    const around = await surroundingsOf(ctx);
    const known = (await stepsOf(ctx, standing, around)).filter(({ kind }) => kind !== 'model');
    const found = await askModel(ctx, standing, known);
    const at = ctx.clock.now();
    await ctx.transaction(async ({ owner, db }) => {
      await lockGoals(owner, db);
      await replaceIdeas(owner, db, { goalId: goal_id, ideas: found.map((idea) => ({ ...idea, at })) });
    });
    return { steps: await stepsOf(ctx, standing, around) };
  },
});
