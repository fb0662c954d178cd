/** Every version of a fact: what it said, when, and who changed it. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { factErrors } from './fact.ts';
import { findFact } from './store.ts';
import { listVersions } from './versions/store.ts';

export const historyOfFact = defineOperation({
  name: 'memory.facts.history',
  summary: 'Show how a fact changed',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    versions: z.array(
      z.object({
        version: z.int(),
        at: z.iso.datetime(),
        actor: z.string().describe('Kind and face: `person/rest`, `agent/chat`, `system/job`'),
        change: z.enum(['created', 'updated', 'removed', 'restored', 'retired', 'merged']),
        fact: z.string(),
        category: z.string(),
      }),
    ),
  }),
  errors: factErrors,
  permission: 'memory:read',
  effect: 'read',
  examples: [
    {
      say: 'how did the fact about the cluster change',
      input: { id: '00000000-0000-4000-8000-0000000000f1' },
      refers: { id: 'the cluster' },
    },
    {
      say: 'show how the fact about the cluster changed over time',
      input: { id: '00000000-0000-4000-8000-0000000000f1' },
      refers: { id: 'the cluster' },
    },
    {
      say: 'the history of the fact about the cluster',
      input: { id: '00000000-0000-4000-8000-0000000000f1' },
      refers: { id: 'the cluster' },
    },
  ],
  async run({ owner, db }, { id }, fail) {
    if (!(await findFact(owner, db, id))) throw fail.fact_unknown({});
    const versions = await listVersions(owner, db, id);
    return { versions: versions.map((version) => ({ ...version, at: new Date(version.at).toISOString() })) };
  },
});
