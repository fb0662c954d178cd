/** Adds a milestone to a goal. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { BLOG, GARDEN } from '../examples.ts';
import { goalErrors } from '../goal.ts';
import { findGoalRow, lockGoals } from '../store.ts';
import { addMilestone } from './add.ts';
import { MILESTONES_MAX, milestoneSchema, milestoneTitleSchema, weightSchema } from './milestone.ts';
import { listMilestoneRows } from './store.ts';

export const createMilestone = defineOperation({
  name: 'goals.milestones.create',
  summary: 'Add a milestone to a goal',
  input: z.object({
    goal_id: z.uuid(),
    title: milestoneTitleSchema,
    weight: weightSchema.default(1).describe('Beside the other milestones: 2 counts twice'),
    position: z.int().min(0).max(MILESTONES_MAX).optional().describe('Place in the plan, from 0; the end unless said'),
  }),
  output: milestoneSchema,
  errors: {
    ...goalErrors,
    milestones_full: {
      kind: 'limit',
      text: ({ max }: { max: number }) => `A goal has at most ${max} milestones. Make a second goal of some of them.`,
    },
  },
  permission: 'goals:write',
  effect: 'write',
  undo: 'goals.milestones.remove',
  examples: [
    {
      say: 'add the milestone check all links to the blog goal',
      input: { goal_id: BLOG, title: 'check all links' },
      refers: { goal_id: 'the blog' },
    },
    {
      say: 'add a milestone to the garden goal: order the seeds',
      input: { goal_id: GARDEN, title: 'order the seeds' },
      refers: { goal_id: 'the garden' },
    },
    {
      say: 'new milestone for moving the blog: switch the DNS',
      input: { goal_id: BLOG, title: 'switch the DNS' },
      refers: { goal_id: 'moving the blog' },
    },
    {
      say: 'the garden goal needs a milestone called build the raised beds',
      input: { goal_id: GARDEN, title: 'build the raised beds' },
      refers: { goal_id: 'the garden' },
    },
    {
      say: 'add draw a plan as a milestone of the garden goal',
      input: { goal_id: GARDEN, title: 'draw a plan' },
      refers: { goal_id: 'the garden' },
    },
    {
      say: 'put a milestone check all links into the blog goal',
      input: { goal_id: BLOG, title: 'check all links' },
      refers: { goal_id: 'the blog' },
    },
  ],
  preview: async (_ctx, { title }) => `Add the milestone "${title}".`,
  run: (ctx, input, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db } = tx;
      await lockGoals(owner, db);
      const goal = await findGoalRow(owner, db, input.goal_id);
      if (!goal || goal.removed_at !== null) throw fail.goal_unknown({});
      const known = await listMilestoneRows(owner, db, [goal.id]);
      if (known.length >= MILESTONES_MAX) throw fail.milestones_full({ max: MILESTONES_MAX });
      return addMilestone(tx, input);
    }),
});
