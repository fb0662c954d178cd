/** Sets a goal. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { goalsOf, pastDeadline, recordChange, sameGoal } from './change.ts';
import { deadlineSchema } from './deadline/deadline.ts';
import {
  DEPENDS_MAX,
  DESCRIPTION_CHARS_MAX,
  GOALS_MAX,
  goalSchema,
  goalWriteErrors,
  STATUSES,
  titleSchema,
} from './goal.ts';
import { writeMilestone } from './milestones/add.ts';
import { MILESTONES_MAX, milestoneTitleSchema } from './milestones/milestone.ts';
import { findGoalRow, insertGoal, lockGoals } from './store.ts';

export const createGoal = defineOperation({
  name: 'goals.create',
  summary: 'Set a goal',
  input: z.object({
    title: titleSchema.describe('What is to be reached, in a few words'),
    description: z.string().trim().max(DESCRIPTION_CHARS_MAX).default(''),
    deadline: deadlineSchema.optional().describe('A date, meant to its end, or a moment'),
    status: z.enum(STATUSES).exclude(['completed']).default('active'),
    milestones: z.array(milestoneTitleSchema).max(MILESTONES_MAX).default([]).describe('Parts of it, in order'),
    depends_on: z.array(z.uuid()).max(DEPENDS_MAX).default([]).describe('Ids of goals to be reached before'),
  }),
  output: goalSchema,
  errors: {
    ...goalWriteErrors,
    goals_full: {
      kind: 'limit',
      text: ({ max }: { max: number }) => `You have ${max} goals. Remove one you no longer pursue.`,
    },
  },
  permission: 'goals:write',
  effect: 'write',
  undo: 'goals.remove',
  examples: [
    {
      say: 'I want to deploy nima to production by 31 December 2099',
      input: { title: 'deploy nima to production', deadline: '2099-12-31' },
    },
    { say: 'my goal is to learn Rust by 1 June 2099', input: { title: 'learn Rust', deadline: '2099-06-01' } },
    { say: 'set a goal: run a half marathon', input: { title: 'run a half marathon' } },
    {
      say: 'new goal: move the backups off site until 15 March 2098',
      input: { title: 'move the backups off site', deadline: '2098-03-15' },
    },
    { say: 'add the goal write the onboarding guide', input: { title: 'write the onboarding guide' } },
    { say: 'create a goal to replace the old switch', input: { title: 'replace the old switch' } },
    { say: 'my goal is to reach 80 % test coverage', input: { title: 'reach 80 % test coverage' } },
    {
      say: 'set myself the goal to read four papers by 30 April 2099',
      input: { title: 'read four papers', deadline: '2099-04-30' },
    },
  ],
  preview: async (_ctx, { title, deadline }) => `Set the goal "${title}"${deadline ? `, due ${deadline}` : ''}.`,
  run: (ctx, input, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock, newId } = tx;
      const { title, description, deadline = null, status, milestones, depends_on } = input;
      await lockGoals(owner, db);
      const known = await goalsOf(tx);
      const same = sameGoal(known, title);
      if (same) throw fail.goal_already_there({ id: same.id, title: same.title });
      if (known.length >= GOALS_MAX) throw fail.goals_full({ max: GOALS_MAX });
      const past = deadline === null ? null : await pastDeadline(tx, deadline);
      if (past) throw fail.goal_deadline_past({ when: past });
      const stranger = depends_on.find((id) => !known.some((row) => row.id === id));
      if (stranger) throw fail.goal_dependency_unknown({ id: stranger });
      const id = newId();
      const now = clock.now();
      await insertGoal(owner, db, {
        id,
        title,
        description,
        status,
        deadline,
        depends_on: JSON.stringify([...new Set(depends_on)]),
        created_at: now,
        updated_at: now,
        completed_at: null,
        removed_at: null,
      });
      for (const [position, part] of milestones.entries()) {
        await writeMilestone(tx, { goal_id: id, title: part, weight: 1, position });
      }
      const row = await findGoalRow(owner, db, id);
      if (!row) throw new Error('The goal just written is not there.');
      return recordChange(tx, row, { change: 'created' });
    }),
});
