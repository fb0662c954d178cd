/** Marks a goal reached; what it took is kept for the next ones. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { BLOG, GARDEN } from './examples.ts';
import { goalErrors, goalSchema } from './goal.ts';
import { updateGoal } from './update.ts';

export const completeGoal = defineOperation({
  name: 'goals.complete',
  summary: 'Mark a goal completed',
  input: z.object({ id: z.uuid() }),
  output: goalSchema,
  errors: goalErrors,
  permission: 'goals:write',
  effect: 'write',
  undo: 'goals.restore',
  examples: [
    { say: 'mark the goal about the blog as completed', input: { id: BLOG }, refers: { id: 'the blog' } },
    { say: 'complete the goal move the blog', input: { id: BLOG }, refers: { id: 'move the blog' } },
    { say: 'mark the goal plant the garden completed', input: { id: GARDEN }, refers: { id: 'plant the garden' } },
    { say: 'I reached my goal to plant the garden', input: { id: GARDEN }, refers: { id: 'plant the garden' } },
    { say: 'the goal about the blog is reached', input: { id: BLOG }, refers: { id: 'the blog' } },
    { say: 'complete the garden goal', input: { id: GARDEN }, refers: { id: 'the garden' } },
    { say: 'I have reached the blog goal', input: { id: BLOG }, refers: { id: 'the blog' } },
    { say: 'the goal about the blog is done', input: { id: BLOG }, refers: { id: 'the blog' } },
  ],
  run: (ctx, { id }) => ctx.call(updateGoal, { id, status: 'completed' }),
});
