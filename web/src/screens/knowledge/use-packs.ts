/** Knowledge packs as the page keeps them, what they hold, and how far they are consulted. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Pack } from '../../api/nima.ts';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { type Act, useAct } from '../../shell/use-act.ts';
import { type PackState, STATE_WORDS } from './pack-words.ts';

const PAGE = 50;
/** Packs change when they are changed here; entries are not asked for again on every look. */
const FRESH_MS = 60_000;
const COUNTED_MAX = 500;

export function usePacks() {
  const { api } = useNima();
  return useQuery({ queryKey: keys.packsFound(''), queryFn: () => api.knowledge.packs.list({}) });
}

export function usePack(id: string) {
  const { api } = useNima();
  return useQuery({ queryKey: keys.pack(id), queryFn: () => api.knowledge.packs.get({ id }) });
}

/** How much a pack holds, and how much of it is due for a check. */
export function usePackCounts(id: string) {
  const { api } = useNima();
  const { data } = useQuery({
    queryKey: keys.packEntries(id, { counted: true }),
    queryFn: () => api.knowledge.packs.entries.list({ pack: id, limit: COUNTED_MAX }),
    staleTime: FRESH_MS,
    select: ({ entries }) => ({
      facts: entries.filter(({ kind }) => kind === 'fact').length,
      rules: entries.filter(({ kind }) => kind === 'rule').length,
      overdue: entries.filter(({ is_overdue }) => is_overdue),
    }),
  });
  return data;
}

/** The entries of a pack page by page; a search answers with its best matches on one page. */
export function useEntries(id: string, { topic, query }: { topic: string; query: string }) {
  const { api } = useNima();
  const { packs } = api.knowledge;
  return useInfiniteQuery({
    queryKey: keys.packEntries(id, { topic, query }),
    queryFn: async ({ pageParam: skip }) => {
      if (query)
        return packs
          .search({ pack: id, query, limit: PAGE })
          .then(({ passages }) => ({ entries: passages, total: passages.length }));
      return packs.entries.list({ pack: id, limit: PAGE, skip, ...(topic ? { topic } : {}) });
    },
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const shown = pages.reduce((sum, { entries }) => sum + entries.length, 0);
      return !query && shown < total ? shown : undefined;
    },
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
  });
}

export function usePassages(query: string) {
  const { api } = useNima();
  return useQuery({
    queryKey: keys.packEntries('', { query }),
    queryFn: () => api.knowledge.packs.search({ query, limit: 20 }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
}

/** Sets how far a pack is consulted, with the way back. */
export function useSetState({ id, name, state }: Pack): (next: PackState) => Promise<boolean> {
  const { api } = useNima();
  const act: Act = useAct(keys.packs);
  const { packs } = api.knowledge;
  const set = (next: PackState) =>
    next === 'off' ? packs.deactivate({ id }) : packs.activate({ id, by_topic: next === 'by_topic' });
  return (next) =>
    act(
      () => set(next),
      `${name}: ${STATE_WORDS[next]}`,
      () => set(state),
    );
}
