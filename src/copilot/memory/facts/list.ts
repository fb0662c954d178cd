/** What is remembered: newest first, or the best matches for some words. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { asOfSchema, periodAsked } from './as-of.ts';
import { categorySchema, type Fact, factErrors, factSchema, SOURCES, STATES, TRUSTS } from './fact.ts';
import { factsByWords } from './facts-by-words.ts';
import { countFacts, listFactRows } from './pages/store.ts';
import { findFact } from './store.ts';

interface Asked {
  readonly state?: Fact['state'] | undefined;
  readonly trust?: Fact['trust'] | undefined;
  readonly removed: boolean;
  readonly turn_id?: string | undefined;
}

/** What is listed when nobody says which: what holds, or whatever the other filters are about. */
function stateOf({ state, trust, removed, turn_id }: Asked): Fact['state'] | undefined {
  if (state) return state;
  if (trust === 'quarantined') return 'quarantined';
  return removed || turn_id ? undefined : 'current';
}

export const listFacts = defineOperation({
  name: 'memory.facts.list',
  summary: 'List what Nima remembers',
  input: z.object({
    query: z.string().max(2000).optional().describe('Words to look for; the best match comes first'),
    category: categorySchema.optional(),
    source: z.enum(SOURCES).optional(),
    trust: z.enum(TRUSTS).optional(),
    state: z
      .enum(STATES)
      .optional()
      .describe('`current` unless said; `past` is over, `contested` waits for a decision'),
    as_of: asOfSchema.optional(),
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
    { say: 'show the facts about the router', input: { query: 'router' } },
    { say: 'list facts in the category preferences', input: { category: 'preferences' } },
    { say: 'show the 5 newest facts', input: { limit: 5 } },
    { say: 'list facts that are past', input: { state: 'past' } },
    { say: 'list quarantined facts', input: { trust: 'quarantined' } },
    { say: 'list my facts as of 2023', input: { as_of: '2023' } },
    { say: 'list what you noted on the router', input: { query: 'router' } },
    { say: 'list everything you remember', input: {} },
    { say: 'which facts have you stored', input: {} },
  ],
  errors: factErrors,
  async run(ctx, { query, limit, before, ...asked }, fail) {
    const { owner, db } = ctx;
    const { turn_id: turnId, removed: isRemoved, category, source, trust, as_of } = asked;
    const valid = as_of ? periodAsked(as_of, ctx.clock.now()) : undefined;
    const filter = { category, source, trust, turnId, isRemoved, valid, state: valid ? undefined : stateOf(asked) };
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
