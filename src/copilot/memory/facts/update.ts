/** Corrects a fact. The words before stay in its history. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { categorySchema, factErrors, factSchema, factTextSchema, secretError } from './fact.ts';
import { originOf } from './origin.ts';
import { followUpVector, vectorOf } from './remember.ts';
import { looksLikeSecret } from './secret-text.ts';
import { findFact, findSameFact, lockFacts, updateFactRow } from './store.ts';
import { insertVersion } from './versions/store.ts';
import { factKeyOf } from './voice.ts';

export const updateFact = defineOperation({
  name: 'memory.facts.update',
  summary: 'Correct a fact',
  input: z.object({
    id: z.uuid(),
    fact: factTextSchema.optional().describe('The corrected sentence'),
    category: categorySchema.optional(),
    confidence: z.number().min(0).max(1).optional(),
  }),
  output: factSchema,
  errors: {
    ...factErrors,
    ...secretError,
    fact_already_known: {
      kind: 'conflict',
      text: ({ fact }: { id: string; fact: string }) => `That is already remembered: "${fact}".`,
    },
  },
  permission: 'memory:write',
  effect: 'write',
  undo: 'memory.facts.restore',
  examples: [
    {
      say: 'change the fact about the cluster to Cluster has five nodes',
      input: { id: '00000000-0000-4000-8000-0000000000f1', fact: 'Cluster has five nodes' },
      refers: { id: 'the cluster' },
    },
  ],
  preview: async (_ctx, { fact, category }) =>
    fact ? `Correct a fact to: ${fact}` : `Move a fact to ${category ?? 'another confidence'}.`,
  run: (ctx, { id, fact, category, confidence }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock, actor, events } = tx;
      if (fact && looksLikeSecret(fact)) throw fail.fact_is_secret({});
      await lockFacts(owner, db);
      const before = await findFact(owner, db, id);
      if (!before || before.removed_at) throw fail.fact_unknown({});
      const text = fact ?? before.fact;
      const same = await findSameFact(owner, db, factKeyOf(text));
      if (same && same.id !== id) throw fail.fact_already_known({ id: same.id, fact: same.fact });
      const now = clock.now();
      // New words are trusted as far as whoever says them now, not as far as the words before.
      const trust = fact ? (await originOf(tx, fact)).trust : before.trust;
      const embedding = fact ? await vectorOf(tx, fact) : null;
      const values = {
        fact: text,
        category: category ?? before.category,
        confidence: confidence ?? before.confidence,
        trust,
      };
      await updateFactRow(owner, db, { id, ...values, same_as: factKeyOf(text), ...embedding, updated_at: now });
      await insertVersion(owner, db, id, {
        at: now,
        actor: `${actor.kind}/${actor.face}`,
        change: 'updated',
        fact: text,
        category: values.category,
      });
      await events.emit('memory.fact.updated', { owner, id });
      if (embedding) await followUpVector(tx, embedding);
      return { ...before, ...values, updated_at: new Date(now).toISOString() };
    }),
});
