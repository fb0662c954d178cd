/** What is remembered: newest first, or the best matches for some words. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { categorySchema, factErrors, factSchema, SOURCES, TRUSTS } from './fact.ts';
import { factsByWords } from './facts-by-words.ts';
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
  errors: factErrors,
  async run(ctx, { query, limit, before, ...asked }, fail) {
    const { owner, db } = ctx;
    const { turn_id: turnId, removed: isRemoved, category, source, trust } = asked;
    const filter = { category, source, trust, turnId, isRemoved };
    if (query) {
      const facts = await factsByWords(ctx, query, filter);
      return { facts: facts.slice(0, limit), total: facts.length };
    }
    const last = before ? await findFact(owner, db, before) : null;
    if (before && !last) throw fail.fact_unknown({});
    const page = last ? { createdAt: Date.parse(last.created_at), id: last.id } : undefined;
    return {
      facts: await listFactRows(owner, db, { ...filter, limit, before: page }),
      total: await countFacts(owner, db, filter),
    };
  },
});
