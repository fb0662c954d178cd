/** When a goal will be reached, and how likely by its deadline. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { BLOG } from './examples.ts';
import { goalErrors } from './goal.ts';
import { forecastSchema } from './progress/forecast-schema.ts';
import { forecastOf } from './progress/say-forecast.ts';
import { findStanding } from './standing.ts';
import { surroundingsOf } from './view.ts';

export const forecastGoal = defineOperation({
  name: 'goals.forecast',
  summary: 'Forecast when a goal is reached',
  input: z.object({ id: z.uuid() }),
  output: forecastSchema.extend({
    goal_id: z.uuid(),
    title: z.string(),
    progress: z.number(),
    deadline: z.string().nullable(),
    history: z
      .array(z.object({ at: z.iso.datetime(), progress: z.number() }))
      .describe('The progress after each piece'),
  }),
  errors: goalErrors,
  permission: 'goals:read',
  effect: 'read',
  examples: [
    { say: 'when will I have moved the blog?', input: { id: BLOG }, refers: { id: 'moved the blog' } },
    { say: 'will I make the deadline for the blog?', input: { id: BLOG }, refers: { id: 'the blog' } },
    { say: 'forecast the goal about the blog', input: { id: BLOG }, refers: { id: 'the blog' } },
    { say: 'am I going to make the deadline for the blog?', input: { id: BLOG }, refers: { id: 'the blog' } },
    { say: 'am I on track with the blog?', input: { id: BLOG }, refers: { id: 'the blog' } },
    { say: 'when will the blog goal be done', input: { id: BLOG }, refers: { id: 'the blog' } },
    { say: 'is the goal to move the blog slipping?', input: { id: BLOG }, refers: { id: 'move the blog' } },
    { say: 'am I going to have moved the blog in time', input: { id: BLOG }, refers: { id: 'moved the blog' } },
  ],
  async run(ctx, { id }, fail) {
    const standing = await findStanding(ctx, id);
    if (!standing) throw fail.goal_unknown({});
    const { title, deadline } = standing.goal;
    return {
      ...forecastOf(standing, await surroundingsOf(ctx)),
      goal_id: id,
      title,
      progress: standing.progress,
      deadline,
      history: standing.contributions.map(({ at, progress }) => ({ at: new Date(at).toISOString(), progress })),
    };
  },
});
