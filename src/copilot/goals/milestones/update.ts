/** Changes a milestone's words, weight or place. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { NEW_THEME, REDIRECTS } from '../examples.ts';
import { lockGoals } from '../store.ts';
import { recordMilestone } from './change.ts';
import { findMilestone } from './find.ts';
import { MILESTONES_MAX, milestoneErrors, milestoneSchema, milestoneTitleSchema, weightSchema } from './milestone.ts';
import { updateMilestoneRow } from './store.ts';

export const updateMilestone = defineOperation({
  name: 'goals.milestones.update',
  summary: 'Change a milestone',
  input: z.object({
    id: z.uuid(),
    title: milestoneTitleSchema.optional(),
    weight: weightSchema.optional(),
    position: z.int().min(0).max(MILESTONES_MAX).optional(),
  }),
  output: milestoneSchema,
  errors: milestoneErrors,
  permission: 'goals:write',
  effect: 'write',
  undo: 'goals.milestones.restore',
  examples: [
    {
      say: 'rename the milestone new theme to choose a dark theme',
      input: { id: NEW_THEME, title: 'choose a dark theme' },
      refers: { id: 'new theme' },
    },
    {
      say: 'give the milestone redirects a weight of 3',
      input: { id: REDIRECTS, weight: 3 },
      refers: { id: 'redirects' },
    },
    {
      say: 'set the weight of the milestone new theme to 2',
      input: { id: NEW_THEME, weight: 2 },
      refers: { id: 'new theme' },
    },
    {
      say: 'change the name of the milestone new theme to choose a dark theme',
      input: { id: NEW_THEME, title: 'choose a dark theme' },
      refers: { id: 'new theme' },
    },
  ],
  run: (ctx, { id, ...input }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock } = tx;
      await lockGoals(owner, db);
      const before = await findMilestone(tx, id);
      if (!before) throw fail.milestone_unknown({});
      const { title = before.title, weight = before.weight, position = before.position } = input;
      const values = { title, weight, position, updated_at: clock.now() };
      await updateMilestoneRow(owner, db, { id, ...values });
      return recordMilestone(tx, { ...before, ...values }, 'updated');
    }),
});
