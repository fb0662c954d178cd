/** One goal: how far it is and why, where it is heading, what to do next. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { BLOG } from './examples.ts';
import { goalErrors, goalSchema } from './goal.ts';
import { findStanding } from './standing.ts';
import { stepsOf } from './steps/all-steps.ts';
import { goalOf, surroundingsOf } from './view.ts';

export const getGoal = defineOperation({
  name: 'goals.get',
  summary: 'Show how a goal is going',
  input: z.object({ id: z.uuid() }),
  output: goalSchema,
  errors: goalErrors,
  permission: 'goals:read',
  effect: 'read',
  examples: [
    { say: 'how is my goal to move the blog going?', input: { id: BLOG }, refers: { id: 'move the blog' } },
    { say: 'how far am I with the blog?', input: { id: BLOG }, refers: { id: 'the blog' } },
    { say: 'show the goal about the blog', input: { id: BLOG }, refers: { id: 'the blog' } },
    { say: 'how is the goal of moving the blog coming along', input: { id: BLOG }, refers: { id: 'moving the blog' } },
    { say: 'what is the progress on moving the blog', input: { id: BLOG }, refers: { id: 'moving the blog' } },
    { say: 'status of my goal move the blog', input: { id: BLOG }, refers: { id: 'move the blog' } },
    { say: 'what is the progress of the goal to move the blog', input: { id: BLOG }, refers: { id: 'move the blog' } },
  ],
  async run(ctx, { id }, fail) {
    const standing = await findStanding(ctx, id);
    if (!standing) throw fail.goal_unknown({});
    const around = await surroundingsOf(ctx);
    return goalOf(standing, around, await stepsOf(ctx, standing, around));
  },
});
