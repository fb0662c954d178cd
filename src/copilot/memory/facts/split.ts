/** Takes a merge back: the facts it took in are apart again. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { factErrors, factSchema } from './fact.ts';
import { findFact, lockFacts, updateFactRow } from './store.ts';

const mergedSchema = z.array(z.object({ fact_id: z.string() })).catch([]);

export const splitFact = defineOperation({
  name: 'memory.facts.split',
  summary: 'Take back a merge of facts',
  input: z.object({ id: z.uuid() }),
  output: z.object({ facts: z.array(factSchema) }),
  errors: {
    ...factErrors,
    fact_not_merged: { kind: 'conflict', text: () => 'This fact was not made of several.' },
  },
  permission: 'memory:write',
  effect: 'write',
  examples: [
    {
      say: 'split the fact 00000000-0000-4000-8000-0000000000f9',
      input: { id: '00000000-0000-4000-8000-0000000000f9' },
    },
    {
      say: 'undo the merge of 00000000-0000-4000-8000-0000000000f9',
      input: { id: '00000000-0000-4000-8000-0000000000f9' },
    },
  ],
  preview: async () => 'Take back a merge of facts.',
  run: (ctx, { id }, fail) =>
    ctx.transaction(async ({ owner, db }) => {
      await lockFacts(owner, db);
      const kept = await findFact(owner, db, id);
      if (!kept || kept.removed_at) throw fail.fact_unknown({});
      const { merged, ...metadata } = kept.metadata;
      const ids = mergedSchema.parse(merged ?? []).map(({ fact_id }) => fact_id);
      if (ids.length === 0) throw fail.fact_not_merged({});
      for (const one of ids) await updateFactRow(owner, db, { id: one, removed_at: null, replaced_by: null });
      await updateFactRow(owner, db, { id, metadata: JSON.stringify(metadata) });
      const facts = await Promise.all([id, ...ids].map((one) => findFact(owner, db, one)));
      return { facts: facts.filter((fact) => fact !== null) };
    }),
});
