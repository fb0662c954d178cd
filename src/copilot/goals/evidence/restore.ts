/** Brings back a piece of evidence that was taken back. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { DRAFTS_READ } from '../examples.ts';
import { lockGoals } from '../store.ts';
import { evidenceErrors, evidenceSchema } from './evidence.ts';
import { findEvidence } from './find.ts';
import { settleEvidence } from './settle.ts';
import { evidenceOf, setEvidenceRemoved } from './store.ts';

export const restoreEvidence = defineOperation({
  name: 'goals.evidence.restore',
  summary: 'Bring back a piece of evidence',
  input: z.object({ id: z.uuid() }),
  output: evidenceSchema,
  errors: {
    ...evidenceErrors,
    evidence_counts: { kind: 'conflict', text: () => 'This evidence counts already; nothing was taken back.' },
  },
  permission: 'goals:write',
  effect: 'write',
  undo: 'goals.evidence.remove',
  examples: [
    { say: 'bring back the evidence about the drafts', input: { id: DRAFTS_READ }, refers: { id: 'the drafts' } },
    { say: 'restore the evidence on the drafts', input: { id: DRAFTS_READ }, refers: { id: 'the drafts' } },
  ],
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db } = tx;
      await lockGoals(owner, db);
      const row = await findEvidence(tx, id);
      if (!row) throw fail.evidence_unknown({});
      if (row.removed_at === null) throw fail.evidence_counts({});
      await setEvidenceRemoved(owner, db, { id, removed_at: null });
      await settleEvidence(tx, row.goal_id);
      return evidenceOf({ ...row, removed_at: null });
    }),
});
