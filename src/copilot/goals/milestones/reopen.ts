/** Opens a milestone again: takes back every piece of evidence that says it is done. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { setEvidenceRemoved } from '../evidence/store.ts';
import { EXPORT_POSTS } from '../examples.ts';
import { findStanding, finishesOf } from '../standing.ts';
import { lockGoals } from '../store.ts';
import { announce } from './change.ts';
import { findMilestone } from './find.ts';
import { milestoneErrors, milestoneSchema } from './milestone.ts';

export const reopenMilestone = defineOperation({
  name: 'goals.milestones.reopen',
  summary: 'Open a milestone again',
  input: z.object({ id: z.uuid() }),
  output: milestoneSchema,
  errors: {
    ...milestoneErrors,
    milestone_open: { kind: 'conflict', text: ({ title }: { title: string }) => `"${title}" is still open.` },
  },
  permission: 'goals:write',
  effect: 'write',
  undo: 'goals.milestones.complete',
  examples: [
    { say: 'reopen the milestone export the posts', input: { id: EXPORT_POSTS }, refers: { id: 'export the posts' } },
    {
      say: 'the milestone export the posts is not done after all',
      input: { id: EXPORT_POSTS },
      refers: { id: 'export the posts' },
    },
    { say: 'open the milestone about the posts again', input: { id: EXPORT_POSTS }, refers: { id: 'the posts' } },
    {
      say: 'the milestone export the posts is not done yet',
      input: { id: EXPORT_POSTS },
      refers: { id: 'export the posts' },
    },
  ],
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock } = tx;
      await lockGoals(owner, db);
      const row = await findMilestone(tx, id);
      const standing = row && (await findStanding(tx, row.goal_id));
      if (!row || !standing) throw fail.milestone_unknown({});
      const finishes = finishesOf(standing, id);
      if (finishes.length === 0) throw fail.milestone_open({ title: row.title });
      for (const finish of finishes) {
        await setEvidenceRemoved(owner, db, { id: finish.id, removed_at: clock.now() });
      }
      return announce(tx, row);
    }),
});
