/** The facts that fit a filter, page by page; and the categories there are. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { sayDate } from '../../parts/say-time.ts';
import { useDebounced } from '../../parts/use-debounced.ts';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import type { FactFilter, Shelf } from './fact-filter.ts';

const PAGE = 50;
/** Enough facts to know the categories by; chips of the rarest may be missing beyond. */
const CATEGORY_SAMPLE = 500;

const ORDERS: Readonly<Record<Shelf, string>> = {
  kept: ', newest first',
  past: ', no longer so',
  removed: ' forgotten, kept 30 days',
};

function summaryOf(total: number | undefined, { query, shelf, asOf }: FactFilter): string {
  if (total === undefined) return '';
  const count = total === 1 ? '1 fact' : `${total.toLocaleString('en')} facts`;
  const then = asOf && shelf === 'kept' ? ` as of ${sayDate(asOf)}` : '';
  return query ? `${count} found${then}, best match first` : `${count}${then || ORDERS[shelf]}`;
}

function askedOf({ query, category, source, trust, asOf, shelf }: FactFilter) {
  return {
    ...(query && shelf !== 'removed' ? { query } : {}),
    ...(category ? { category } : {}),
    ...(source ? { source } : {}),
    ...(trust ? { trust } : {}),
    ...(asOf && shelf === 'kept' ? { as_of: asOf } : {}),
    ...(shelf === 'past' ? { state: 'past' as const } : {}),
    ...(shelf === 'removed' ? { removed: true } : {}),
  };
}

export function useFacts(filter: FactFilter) {
  const { api } = useNima();
  const query = useDebounced(filter.query.trim());
  const settled = { ...filter, query };
  const facts = useInfiniteQuery({
    queryKey: keys.factsFound(settled),
    queryFn: ({ pageParam }) =>
      api.memory.facts.list({
        limit: PAGE,
        ...askedOf(settled),
        ...(pageParam ? { before: pageParam } : {}),
      }),
    initialPageParam: '',
    // A search answers with its best matches on one page.
    getNextPageParam: ({ facts: page }) => (query || page.length < PAGE ? undefined : page.at(-1)?.id),
    placeholderData: keepPreviousData,
  });
  return {
    facts: facts.data?.pages.flatMap((page) => page.facts),
    summary: summaryOf(facts.data?.pages[0]?.total, settled),
    error: facts.data ? null : facts.error,
    refetch: facts.refetch,
    hasMore: facts.hasNextPage,
    loadMore: facts.fetchNextPage,
    isLoadingMore: facts.isFetchingNextPage,
  };
}
export type FoundFacts = ReturnType<typeof useFacts>;

export function useCategories(): readonly string[] {
  const { api } = useNima();
  const { data } = useQuery({
    queryKey: keys.categories,
    queryFn: () => api.memory.facts.list({ limit: CATEGORY_SAMPLE }),
    staleTime: 30_000,
  });
  const counts = new Map<string, number>();
  for (const { category } of data?.facts ?? []) counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([category]) => category);
}
