/** What to do next for one goal. `goals.steps.list` answers it over all goals. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { BLOG, GARDEN } from './examples.ts';
import { goalErrors } from './goal.ts';
import { findStanding } from './standing.ts';
import { stepsOf } from './steps/all-steps.ts';
import { stepSchema } from './steps/step.ts';
import { surroundingsOf } from './view.ts';

export const suggestionsForGoal = defineOperation({
  name: 'goals.suggestions',
  summary: 'Suggest what to do next for a goal',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    goal_id: z.uuid(),
    title: z.string(),
    progress: z.number(),
    suggestions: z.array(stepSchema),
  }),
  errors: goalErrors,
  permission: 'goals:read',
  effect: 'read',
  examples: [
    { say: 'what should I do next for the blog?', input: { id: BLOG }, refers: { id: 'the blog' } },
    { say: 'suggest the next step for moving the blog', input: { id: BLOG }, refers: { id: 'moving the blog' } },
    { say: 'any suggestions for the garden goal?', input: { id: GARDEN }, refers: { id: 'the garden' } },
    { say: "what's next on the blog goal", input: { id: BLOG }, refers: { id: 'the blog' } },
    { say: 'how do I get on with moving the blog', input: { id: BLOG }, refers: { id: 'moving the blog' } },
    { say: 'give me ideas for the goal move the blog', input: { id: BLOG }, refers: { id: 'move the blog' } },
    { say: 'what helps with the blog goal', input: { id: BLOG }, refers: { id: 'the blog' } },
  ],
  async run(ctx, { id }, fail) {
    const standing = await findStanding(ctx, id);
    if (!standing) throw fail.goal_unknown({});
    const suggestions = await stepsOf(ctx, standing, await surroundingsOf(ctx));
    return { goal_id: id, title: standing.goal.title, progress: standing.progress, suggestions };
  },
});
