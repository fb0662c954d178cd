/** What is remembered: newest first, or the best matches for some words. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { categorySchema, factSchema, SOURCES, TRUSTS } from './fact.ts';
import { searchFacts } from './search-facts.ts';
import { countFacts, findFact, listFactRows } from './store.ts';

export const listFacts = defineOperation({
  name: 'memory.facts.list',
  summary: 'List what Nima remembers',
  input: z.object({
    query: z.string().max(2000).optional().describe('Words to look for; the best match comes first'),
    category: categorySchema.optional(),
    source: z.enum(SOURCES).optional(),
    trust: z.enum(TRUSTS).optional(),
    turn_id: z.uuid().optional().describe('Only facts learned from this turn'),
    removed: z.stringbool().or(z.boolean()).default(false).describe('What was forgotten and can still be restored'),
    limit: z.int().min(1).max(500).default(50),
    before: z.uuid().optional().describe('The last fact of the page before'),
  }),
  output: z.object({ facts: z.array(factSchema), total: z.int().describe('Facts that fit the filters, on all pages') }),
  permission: 'memory:read',
  effect: 'read',
  examples: [
    { say: 'what do you remember', input: {} },
    { say: 'list my facts', input: {} },
    { say: 'show the facts about the router', input: { query: 'the router' } },
    { say: 'list facts in the category preferences', input: { category: 'preferences' } },
    { say: 'show the 5 newest facts', input: { limit: 5 } },
  ],
  async run(ctx, { query, category, source, trust, turn_id, removed, limit, before }) {
    const { owner, db } = ctx;
    if (query) {
      const found = await searchFacts(ctx, { text: query, category, limit });
      const facts = found
        .map(({ fact }) => fact)
        .filter((fact) => (!source || fact.source === source) && (!trust || fact.trust === trust));
      return { facts, total: facts.length };
    }
    const filter = { category, source, trust, turnId: turn_id, isRemoved: removed };
    const last = before ? await findFact(owner, db, before) : null;
    const page = last ? { createdAt: Date.parse(last.created_at), id: last.id } : undefined;
    return {
      facts: await listFactRows(owner, db, { ...filter, limit, before: page }),
      total: await countFacts(owner, db, filter),
    };
  },
});
