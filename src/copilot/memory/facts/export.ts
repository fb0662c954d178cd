/** Everything remembered, as JSON a person can keep or bring elsewhere. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { type Fact, factSchema } from './fact.ts';
import { listFactRows } from './pages/store.ts';

const PAGE = 1000;

export const exportFacts = defineOperation({
  name: 'memory.facts.export',
  summary: 'Export everything Nima remembers',
  input: z.object({}),
  output: z.object({ version: z.literal(1), exported_at: z.iso.datetime(), facts: z.array(factSchema) }),
  permission: 'memory:read',
  effect: 'read',
  examples: [{ say: 'export my memory', input: {} }],
  offeredIn: ['rest', 'cli'],
  async run({ owner, db, clock }) {
    const facts: Fact[] = [];
    for (;;) {
      const last = facts.at(-1);
      const before = last ? { createdAt: Date.parse(last.created_at), id: last.id } : undefined;
      const page = await listFactRows(owner, db, { isRemoved: false, limit: PAGE, before });
      facts.push(...page);
      if (page.length < PAGE) break;
    }
    return { version: 1 as const, exported_at: new Date(clock.now()).toISOString(), facts };
  },
});
