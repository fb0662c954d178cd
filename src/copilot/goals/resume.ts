/** Takes a goal up again that was paused or completed. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { BLOG, GARDEN } from './examples.ts';
import { goalErrors, goalSchema } from './goal.ts';
import { updateGoal } from './update.ts';

export const resumeGoal = defineOperation({
  name: 'goals.resume',
  summary: 'Take a goal up again',
  input: z.object({ id: z.uuid() }),
  output: goalSchema,
  errors: goalErrors,
  permission: 'goals:write',
  effect: 'write',
  undo: 'goals.restore',
  examples: [
    { say: 'resume the goal to plant the garden', input: { id: GARDEN }, refers: { id: 'plant the garden' } },
    { say: 'resume the garden goal', input: { id: GARDEN }, refers: { id: 'the garden' } },
    { say: 'resume the goal move the blog', input: { id: BLOG }, refers: { id: 'move the blog' } },
    { say: 'make the goal about the garden active again', input: { id: GARDEN }, refers: { id: 'the garden' } },
    { say: 'reactivate my goal about the garden', input: { id: GARDEN }, refers: { id: 'the garden' } },
    { say: 'take the garden goal up again', input: { id: GARDEN }, refers: { id: 'the garden' } },
    { say: 'take up the goal to plant the garden again', input: { id: GARDEN }, refers: { id: 'plant the garden' } },
  ],
  run: (ctx, { id }) => ctx.call(updateGoal, { id, status: 'active' }),
});
