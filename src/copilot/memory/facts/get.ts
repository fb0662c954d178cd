/** One fact with where it came from. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { factErrors, factSchema } from './fact.ts';
import { findFact } from './store.ts';

export const getFact = defineOperation({
  name: 'memory.facts.get',
  summary: 'Show one fact',
  input: z.object({ id: z.uuid() }),
  output: factSchema,
  errors: factErrors,
  permission: 'memory:read',
  effect: 'read',
  examples: [
    {
      say: 'show the fact about the cluster',
      input: { id: '00000000-0000-4000-8000-0000000000f1' },
      refers: { id: 'the cluster' },
    },
    {
      say: 'open the fact on the cluster',
      input: { id: '00000000-0000-4000-8000-0000000000f1' },
      refers: { id: 'the cluster' },
    },
  ],
  async run({ owner, db }, { id }, fail) {
    const fact = await findFact(owner, db, id);
    if (!fact) throw fail.fact_unknown({});
    return fact;
  },
});
