/** Removes a milestone; its evidence no longer counts. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { REDIRECTS } from '../examples.ts';
import { lockGoals } from '../store.ts';
import { recordMilestone } from './change.ts';
import { findMilestone } from './find.ts';
import { milestoneErrors, milestoneSchema } from './milestone.ts';
import { findMilestoneRow, updateMilestoneRow } from './store.ts';

export const removeMilestone = defineOperation({
  name: 'goals.milestones.remove',
  summary: 'Remove a milestone',
  input: z.object({ id: z.uuid() }),
  output: milestoneSchema,
  errors: milestoneErrors,
  permission: 'goals:write',
  effect: 'destroy',
  undo: 'goals.milestones.restore',
  examples: [
    { say: 'remove the milestone redirects', input: { id: REDIRECTS }, refers: { id: 'redirects' } },
    { say: 'delete the milestone about the redirects', input: { id: REDIRECTS }, refers: { id: 'the redirects' } },
    { say: 'drop the redirects milestone', input: { id: REDIRECTS }, refers: { id: 'redirects' } },
  ],
  async preview({ owner, db }, { id }) {
    const row = await findMilestoneRow(owner, db, id);
    return row ? `Remove the milestone "${row.title}".` : 'Remove a milestone that does not exist.';
  },
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock } = tx;
      await lockGoals(owner, db);
      const row = await findMilestone(tx, id);
      if (!row) throw fail.milestone_unknown({});
      const removed = { ...row, removed_at: clock.now(), updated_at: clock.now() };
      await updateMilestoneRow(owner, db, { id, removed_at: removed.removed_at, updated_at: removed.updated_at });
      return recordMilestone(tx, removed, 'removed');
    }),
});
