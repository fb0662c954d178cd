/** Forgets what was learned about suggestions: every kind counts as in the beginning, and what was declined may come again. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { forgetDecisions } from './decide.ts';

export const resetSteps = defineOperation({
  name: 'goals.steps.reset',
  summary: 'Forget what was learned about suggestions',
  input: z.object({}),
  output: z.object({ forgotten: z.int().describe('Decisions that count no longer') }),
  permission: 'goals:write',
  effect: 'destroy',
  examples: [
    { say: 'forget what you learned about suggestions', input: {} },
    { say: 'reset the suggestion weights', input: {} },
    { say: 'start over with the suggestions', input: {} },
  ],
  preview: async () => 'Forget every accepted and declined suggestion. Milestones and tasks they became stay.',
  run: async (ctx) => ({ forgotten: await forgetDecisions(ctx) }),
});
