/** Takes back a piece of evidence: the progress it brought is gone, and the same turn or task never brings it again. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { DOMAIN_PAID } from '../examples.ts';
import { lockGoals } from '../store.ts';
import { evidenceErrors, evidenceSchema } from './evidence.ts';
import { findEvidence } from './find.ts';
import { settleEvidence } from './settle.ts';
import { evidenceOf, findEvidenceRow, setEvidenceRemoved } from './store.ts';

export const removeEvidence = defineOperation({
  name: 'goals.evidence.remove',
  summary: 'Take back a piece of evidence',
  input: z.object({ id: z.uuid() }),
  output: evidenceSchema,
  errors: evidenceErrors,
  permission: 'goals:write',
  effect: 'destroy',
  undo: 'goals.evidence.restore',
  examples: [
    { say: 'take back the evidence about the domain', input: { id: DOMAIN_PAID }, refers: { id: 'the domain' } },
    {
      say: 'remove the evidence that the domain is paid',
      input: { id: DOMAIN_PAID },
      refers: { id: 'the domain is paid' },
    },
    { say: 'the evidence about the domain is wrong', input: { id: DOMAIN_PAID }, refers: { id: 'the domain' } },
  ],
  async preview({ owner, db }, { id }) {
    const row = await findEvidenceRow(owner, db, id);
    return row ? `Take back: ${row.text}` : 'Take back evidence that does not exist.';
  },
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock } = tx;
      await lockGoals(owner, db);
      const row = await findEvidence(tx, id);
      if (!row || row.removed_at !== null) throw fail.evidence_unknown({});
      const removed = { ...row, removed_at: clock.now() };
      await setEvidenceRemoved(owner, db, removed);
      await settleEvidence(tx, row.goal_id);
      return evidenceOf(removed);
    }),
});
