/** Changes a goal: its words, deadline, status, what it waits for, or the progress its owner states. */
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { circleThrough, goalsOf, pastDeadline, recordChange, sameGoal } from './change.ts';
import { deadlineSchema } from './deadline/deadline.ts';
import { insertEvidence } from './evidence/store.ts';
import { BLOG, GARDEN } from './examples.ts';
import { DEPENDS_MAX, DESCRIPTION_CHARS_MAX, goalSchema, goalWriteErrors, STATUSES, titleSchema } from './goal.ts';
import { findGoalRow, type GoalRow, lockGoals, updateGoalRow } from './store.ts';

/** A piece of evidence like any other: later evidence adds to it, and it can be taken back. */
async function stateProgress(ctx: Context, goalId: string, share: number): Promise<string> {
  const id = ctx.newId();
  await insertEvidence(ctx.owner, ctx.db, {
    id,
    goal_id: goalId,
    milestone_id: null,
    kind: 'stated',
    text: `You set the progress to ${Math.round(share * 100)} %`,
    share,
    source_type: 'owner',
    source_id: null,
    conversation_id: null,
    quote: null,
    at: ctx.clock.now(),
    removed_at: null,
  });
  return id;
}

const inputSchema = z.object({
  id: z.uuid(),
  title: titleSchema.optional(),
  description: z.string().trim().max(DESCRIPTION_CHARS_MAX).optional(),
  status: z.enum(STATUSES).optional(),
  deadline: deadlineSchema.nullable().optional().describe('A date or a moment; null for none'),
  progress: z
    .number()
    .min(0)
    .max(100)
    .transform((told) => (told > 1 ? told / 100 : told))
    .optional()
    .describe('How far you say it is: 0 to 1, or above 1 in percent; later evidence adds to it'),
  depends_on: z.array(z.uuid()).max(DEPENDS_MAX).optional(),
});

function changed(row: GoalRow, input: z.output<typeof inputSchema>, now: number): GoalRow {
  const { title = row.title, description = row.description, status = row.status, deadline = row.deadline } = input;
  const depends_on = input.depends_on ? JSON.stringify([...new Set(input.depends_on)]) : row.depends_on;
  const completed_at = status === 'completed' ? (row.completed_at ?? now) : null;
  return { ...row, title, description, status, deadline, depends_on, completed_at, updated_at: now };
}

function previewOf(title: string, input: z.output<typeof inputSchema>): string {
  const { id: _id, ...changes } = input;
  const said = Object.entries(changes).map(
    ([name, value]) => `${name.replaceAll('_', ' ')} to ${JSON.stringify(value)}`,
  );
  return `Change the goal "${title}": ${said.join(', ')}.`;
}

export const updateGoal = defineOperation({
  name: 'goals.update',
  summary: 'Change a goal',
  input: inputSchema,
  output: goalSchema,
  errors: goalWriteErrors,
  permission: 'goals:write',
  effect: 'write',
  undo: 'goals.restore',
  examples: [
    {
      say: 'move the deadline of the blog goal to 5 May 2099',
      input: { id: BLOG, deadline: '2099-05-05' },
      refers: { id: 'the blog' },
    },
    {
      say: 'push the deadline for the garden back to 1 September 2099',
      input: { id: GARDEN, deadline: '2099-09-01' },
      refers: { id: 'the garden' },
    },
    {
      say: 'rename the goal about the blog to Publish the new blog',
      input: { id: BLOG, title: 'Publish the new blog' },
      refers: { id: 'the blog' },
    },
    {
      say: 'set the progress of the blog goal to 60 %',
      input: { id: BLOG, progress: 60 },
      refers: { id: 'the blog' },
    },
    {
      say: 'the garden goal is at 30 percent',
      input: { id: GARDEN, progress: 30 },
      refers: { id: 'the garden' },
    },
    {
      say: 'set the deadline of the goal plant the garden to 1 October 2099',
      input: { id: GARDEN, deadline: '2099-10-01' },
      refers: { id: 'plant the garden' },
    },
  ],
  async preview({ owner, db }, input) {
    return previewOf((await findGoalRow(owner, db, input.id))?.title ?? 'that does not exist', input);
  },
  run: (ctx, input, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock } = tx;
      await lockGoals(owner, db);
      const known = await goalsOf(tx);
      const before = known.find(({ id }) => id === input.id);
      if (!before) throw fail.goal_unknown({});
      const after = changed(before, input, clock.now());
      const same = after.status === 'completed' ? undefined : sameGoal(known, after.title, after.id);
      if (same) throw fail.goal_already_there({ id: same.id, title: same.title });
      // A new deadline must be to come; an old one may stay what it was while other things change.
      const isNew = after.deadline !== null && after.deadline !== before.deadline && after.status !== 'completed';
      const past = isNew && after.deadline ? await pastDeadline(tx, after.deadline) : null;
      if (past) throw fail.goal_deadline_past({ when: past });
      const stranger = input.depends_on?.find((id) => !known.some((row) => row.id === id));
      if (stranger) throw fail.goal_dependency_unknown({ id: stranger });
      const circle = input.depends_on && circleThrough(known, input.id, input.depends_on);
      if (circle) throw fail.goal_depends_on_itself({ path: circle.join(' → ') });
      const stated = input.progress === undefined ? null : await stateProgress(tx, input.id, input.progress);
      await updateGoalRow(owner, db, after);
      return recordChange(tx, after, { change: 'updated', stated });
    }),
});
