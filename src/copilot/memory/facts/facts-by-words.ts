/** Facts for some words, best match first, narrowed by a filter. What no index holds, forgotten or quarantined, is looked through. */
import type { Context } from '../../../kernel/context.ts';
import type { Fact } from './fact.ts';
import { type FactFilter, listFactRows } from './pages/store.ts';
import { searchFacts } from './search-facts.ts';

/** Ranked before the filter: more than any page holds, so that a filter seldom runs dry. */
const FOUND_MAX = 500;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];

function lookThrough(facts: readonly Fact[], query: string): Fact[] {
  const wanted = wordsOf(query);
  const hitsIn = ({ fact }: Fact) => wanted.filter((word) => fact.toLowerCase().includes(word)).length;
  return facts.filter((fact) => hitsIn(fact) > 0).sort((a, b) => hitsIn(b) - hitsIn(a));
}

export async function factsByWords(ctx: Context, query: string, filter: FactFilter): Promise<Fact[]> {
  if (filter.isRemoved || (filter.state !== 'current' && !filter.valid)) {
    return lookThrough(await listFactRows(ctx.owner, ctx.db, { ...filter, limit: FOUND_MAX }), query);
  }
  const { valid, category } = filter;
  const found = await searchFacts(ctx, { text: query, category, valid, limit: FOUND_MAX });
  return found
    .map(({ fact }) => fact)
    .filter(
      ({ source, trust, evidence }) =>
        (!filter.source || source === filter.source) &&
        (!filter.trust || trust === filter.trust) &&
        (!filter.turnId || evidence?.turn_id === filter.turnId),
    );
}
