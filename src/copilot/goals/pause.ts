/** Lays a goal aside: no forecast, no reminders, no suggestions until it is resumed. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { BLOG, GARDEN } from './examples.ts';
import { goalErrors, goalSchema } from './goal.ts';
import { updateGoal } from './update.ts';

export const pauseGoal = defineOperation({
  name: 'goals.pause',
  summary: 'Lay a goal aside',
  input: z.object({ id: z.uuid() }),
  output: goalSchema,
  errors: goalErrors,
  permission: 'goals:write',
  effect: 'write',
  undo: 'goals.restore',
  examples: [
    { say: 'pause the goal to move the blog', input: { id: BLOG }, refers: { id: 'move the blog' } },
    { say: 'pause the garden goal', input: { id: GARDEN }, refers: { id: 'the garden' } },
    { say: 'pause the goal plant the garden', input: { id: GARDEN }, refers: { id: 'plant the garden' } },
    { say: 'pause my goal about the blog', input: { id: BLOG }, refers: { id: 'the blog' } },
    { say: 'put the goal about the blog on hold', input: { id: BLOG }, refers: { id: 'the blog' } },
    { say: 'lay the garden goal aside for now', input: { id: GARDEN }, refers: { id: 'the garden' } },
    { say: 'I need a break from the goal to move the blog', input: { id: BLOG }, refers: { id: 'move the blog' } },
  ],
  run: (ctx, { id }) => ctx.call(updateGoal, { id, status: 'paused' }),
});
