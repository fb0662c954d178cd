/** Notes that something was done for a goal, by hand. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { BLOG, GARDEN } from '../examples.ts';
import { goalErrors } from '../goal.ts';
import { milestoneErrors } from '../milestones/milestone.ts';
import { findStanding } from '../standing.ts';
import { lockGoals } from '../store.ts';
import { EVIDENCE_CHARS_MAX, EVIDENCE_MAX, evidenceSchema } from './evidence.ts';
import { settleEvidence } from './settle.ts';
import { evidenceOf, findEvidenceRow, insertEvidence } from './store.ts';

export const createEvidence = defineOperation({
  name: 'goals.evidence.create',
  summary: 'Note what was done for a goal',
  input: z.object({
    goal_id: z.uuid(),
    text: z.string().trim().min(1, 'Say what was done.').max(EVIDENCE_CHARS_MAX),
    milestone_id: z.uuid().optional().describe('The part it belongs to'),
    share: z.number().min(0).max(1).default(0).describe('How much of the milestone, or of the goal, is done with it'),
  }),
  output: evidenceSchema,
  errors: {
    ...goalErrors,
    ...milestoneErrors,
    evidence_full: {
      kind: 'limit',
      text: ({ max }: { max: number }) => `A goal keeps at most ${max} pieces of evidence. Make a second goal.`,
    },
  },
  permission: 'goals:write',
  effect: 'write',
  undo: 'goals.evidence.remove',
  examples: [
    {
      say: 'note for the garden goal that the seeds are ordered',
      input: { goal_id: GARDEN, text: 'the seeds are ordered' },
      refers: { goal_id: 'the garden' },
    },
    {
      say: 'add evidence to the blog goal: all posts render',
      input: { goal_id: BLOG, text: 'all posts render' },
      refers: { goal_id: 'the blog' },
    },
    {
      say: 'log progress on the blog goal: the feed validates',
      input: { goal_id: BLOG, text: 'the feed validates' },
      refers: { goal_id: 'the blog' },
    },
  ],
  run: (ctx, { goal_id, text, milestone_id = null, share }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock, newId } = tx;
      await lockGoals(owner, db);
      const standing = await findStanding(tx, goal_id);
      if (!standing) throw fail.goal_unknown({});
      const isPart = standing.milestones.some(({ id }) => id === milestone_id);
      if (milestone_id && !isPart) throw fail.milestone_unknown({});
      if (standing.evidence.length >= EVIDENCE_MAX) throw fail.evidence_full({ max: EVIDENCE_MAX });
      const id = newId();
      await insertEvidence(owner, db, {
        id,
        goal_id,
        milestone_id,
        kind: 'noted',
        text,
        share,
        source_type: 'owner',
        source_id: null,
        conversation_id: null,
        quote: null,
        at: clock.now(),
        removed_at: null,
      });
      await settleEvidence(tx, goal_id);
      const row = await findEvidenceRow(owner, db, id);
      if (!row) throw new Error('The evidence just written is not there.');
      return evidenceOf(row);
    }),
});
