/** A task that served a goal and succeeded is evidence for it. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { EVIDENCE_CHARS_MAX, EVIDENCE_MAX } from '../evidence/evidence.ts';
import { settleEvidence } from '../evidence/settle.ts';
import { insertEvidence, isEvidence } from '../evidence/store.ts';
import { findStanding } from '../standing.ts';
import { lockGoals } from '../store.ts';

export const countTask = defineJob({
  name: 'goals.task',
  input: z.object({ owner: z.string(), id: z.string(), goal_id: z.string().nullable(), title: z.string() }),
  async run(ctx, { id: source_id, goal_id, title }) {
    if (goal_id === null) return;
    await ctx.transaction(async (tx) => {
      const { owner, db, clock, newId } = tx;
      await lockGoals(owner, db);
      const standing = await findStanding(tx, goal_id);
      if (!standing || standing.evidence.length >= EVIDENCE_MAX || (await isEvidence(owner, db, source_id))) return;
      await insertEvidence(owner, db, {
        id: newId(),
        goal_id,
        milestone_id: null,
        kind: 'task',
        text: `Task done: ${title}`.slice(0, EVIDENCE_CHARS_MAX),
        share: 0,
        source_type: 'task',
        source_id,
        conversation_id: null,
        quote: null,
        at: clock.now(),
        removed_at: null,
      });
      await settleEvidence(tx, goal_id);
    });
  },
});
