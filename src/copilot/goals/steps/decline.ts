/** Declines a step: it does not come again, and its kind counts for less from now on. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { NEXT_OF_GARDEN } from '../examples.ts';
import { lockGoals } from '../store.ts';
import { decide } from './decide.ts';
import { decisionOf, decisionSchema, stepErrors } from './decision.ts';
import { findStep } from './find.ts';

export const declineStep = defineOperation({
  name: 'goals.steps.decline',
  summary: 'Decline a suggestion',
  input: z.object({ id: z.uuid().describe('Id of the suggestion') }),
  output: decisionSchema,
  errors: stepErrors,
  permission: 'goals:write',
  effect: 'write',
  undo: 'goals.steps.restore',
  examples: [
    {
      say: 'decline the suggestion to split the garden goal',
      input: { id: NEXT_OF_GARDEN },
      refers: { id: 'split the garden' },
    },
    {
      say: 'no thanks to the suggestion split the garden',
      input: { id: NEXT_OF_GARDEN },
      refers: { id: 'split the garden' },
    },
    {
      say: 'stop suggesting to split the garden',
      input: { id: NEXT_OF_GARDEN },
      refers: { id: 'split the garden' },
    },
    {
      say: "I don't like the suggestion to split the garden goal",
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
      const { id: step_id, goal_id, kind, text } = found.step;
      return decisionOf(await decide(tx, { goal_id, step_id, kind, text, verdict: 'declined', made: null }));
    }),
});
