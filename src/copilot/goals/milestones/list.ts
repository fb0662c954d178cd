/** Milestones of one goal or of all, in the order of their plans. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { goalErrors } from '../goal.ts';
import { likeness } from '../matching/likeness.ts';
import { standingsOf } from '../standing.ts';
import { listGoalRows } from '../store.ts';
import { milestoneOf } from '../view.ts';
import { milestoneSchema } from './milestone.ts';

export const listMilestones = defineOperation({
  name: 'goals.milestones.list',
  summary: 'List milestones',
  input: z.object({
    goal_id: z.uuid().optional().describe('Only of this goal'),
    query: z.string().max(500).optional().describe('Words in the milestone or its goal; the best match comes first'),
    status: z.enum(['open', 'done']).optional(),
    limit: z.int().min(1).max(500).default(100),
  }),
  output: z.object({ milestones: z.array(milestoneSchema.extend({ goal_title: z.string() })) }),
  errors: goalErrors,
  permission: 'goals:read',
  effect: 'read',
  examples: [
    { say: 'list my milestones', input: {} },
    { say: 'show the milestones of the blog goal', input: { query: 'blog' } },
    { say: 'which milestones does moving the blog have', input: { query: 'moving the blog' } },
    { say: 'which milestones are done', input: { status: 'done' } },
    { say: 'show the open milestones', input: { status: 'open' } },
    { say: 'find milestones about the theme', input: { query: 'theme' } },
  ],
  async run(ctx, { goal_id, query, status, limit }, fail) {
    const goals = (await listGoalRows(ctx.owner, ctx.db)).filter(({ id }) => !goal_id || id === goal_id);
    if (goal_id && goals.length === 0) throw fail.goal_unknown({});
    const all = (await standingsOf(ctx, goals)).flatMap((standing) =>
      standing.milestones.map((row) => ({ ...milestoneOf(standing, row), goal_title: standing.goal.title })),
    );
    const wanted = all.filter((milestone) => !status || milestone.status === status);
    if (!query) return { milestones: wanted.slice(0, limit) };
    const found = wanted.map((milestone) => ({
      milestone,
      score: likeness(query, `${milestone.title} ${milestone.goal_title}`),
    }));
    const best = found.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
    return { milestones: best.slice(0, limit).map(({ milestone }) => milestone) };
  },
});
