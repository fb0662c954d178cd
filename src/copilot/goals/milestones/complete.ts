/** Marks a milestone done: a piece of evidence that can be taken back. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { insertEvidence } from '../evidence/store.ts';
import { NEW_THEME, REDIRECTS } from '../examples.ts';
import { findStanding, finishOf } from '../standing.ts';
import { lockGoals } from '../store.ts';
import { announce } from './change.ts';
import { findMilestone } from './find.ts';
import { milestoneErrors, milestoneSchema } from './milestone.ts';

export const completeMilestone = defineOperation({
  name: 'goals.milestones.complete',
  summary: 'Mark a milestone done',
  input: z.object({ id: z.uuid() }),
  output: milestoneSchema,
  errors: {
    ...milestoneErrors,
    milestone_done: { kind: 'conflict', text: ({ title }: { title: string }) => `"${title}" is done already.` },
  },
  permission: 'goals:write',
  effect: 'write',
  undo: 'goals.milestones.reopen',
  examples: [
    { say: 'mark the milestone new theme done', input: { id: NEW_THEME }, refers: { id: 'new theme' } },
    { say: 'I have finished the milestone redirects', input: { id: REDIRECTS }, refers: { id: 'redirects' } },
    { say: 'tick off the milestone about the theme', input: { id: NEW_THEME }, refers: { id: 'the theme' } },
    { say: 'complete the redirects milestone', input: { id: REDIRECTS }, refers: { id: 'redirects' } },
    { say: 'check off the milestone set up redirects', input: { id: REDIRECTS }, refers: { id: 'set up redirects' } },
    { say: 'set the milestone new theme to done', input: { id: NEW_THEME }, refers: { id: 'new theme' } },
    { say: 'the milestone new theme is done', input: { id: NEW_THEME }, refers: { id: 'new theme' } },
  ],
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock, newId } = tx;
      await lockGoals(owner, db);
      const row = await findMilestone(tx, id);
      const standing = row && (await findStanding(tx, row.goal_id));
      if (!row || !standing) throw fail.milestone_unknown({});
      if (finishOf(standing, id)) throw fail.milestone_done({ title: row.title });
      await insertEvidence(owner, db, {
        id: newId(),
        goal_id: row.goal_id,
        milestone_id: id,
        kind: 'milestone',
        text: `"${row.title}" was marked done`,
        share: 1,
        source_type: 'owner',
        source_id: null,
        conversation_id: null,
        quote: null,
        at: clock.now(),
        removed_at: null,
      });
      return announce(tx, row);
    }),
});
