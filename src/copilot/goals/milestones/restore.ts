/** Takes back the last change of a milestone: brings a removed one back, or what it was before a change. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { COMMENTS } from '../examples.ts';
import { lockGoals } from '../store.ts';
import { lastVersions } from '../versions/store.ts';
import { type MilestoneState, recordMilestone } from './change.ts';
import { findMilestone } from './find.ts';
import { milestoneErrors, milestoneSchema } from './milestone.ts';
import { updateMilestoneRow } from './store.ts';

export const restoreMilestone = defineOperation({
  name: 'goals.milestones.restore',
  summary: 'Take back the last change of a milestone',
  input: z.object({ id: z.uuid() }),
  output: milestoneSchema,
  errors: {
    ...milestoneErrors,
    milestone_unchanged: {
      kind: 'conflict',
      text: () => 'This milestone was never changed, so there is nothing to take back.',
    },
  },
  permission: 'goals:write',
  effect: 'write',
  undo: 'goals.milestones.restore',
  examples: [
    { say: 'bring the milestone about the comments back', input: { id: COMMENTS }, refers: { id: 'the comments' } },
    { say: 'restore the milestone comments', input: { id: COMMENTS }, refers: { id: 'comments' } },
  ],
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock } = tx;
      await lockGoals(owner, db);
      const now = await findMilestone(tx, id, true);
      if (!now) throw fail.milestone_unknown({});
      const [last, before] = await lastVersions(owner, db, id);
      const target = now.removed_at === null ? before : last;
      if (!target) throw fail.milestone_unchanged({});
      const { title, weight, position } = target.state as unknown as MilestoneState;
      const values = { title, weight, position, removed_at: null, updated_at: clock.now() };
      await updateMilestoneRow(owner, db, { id, ...values });
      return recordMilestone(tx, { ...now, ...values }, 'restored');
    }),
});
