/** Tasks as the page keeps them: the list page by page, and one in full. */
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Api, Task } from '../../api/nima.ts';
import { holds } from '../../parts/holds.ts';
import { useDebounced } from '../../parts/use-debounced.ts';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { isOpen } from './task-words.ts';

export const SHOWN = ['all', 'open', 'failed', 'done'] as const;
export type Shown = (typeof SHOWN)[number];

export interface TaskFilter {
  readonly shown: Shown;
  readonly query: string;
}

const PAGE = 50;
/** What runs is looked at this often. */
const LOOK_MS = 2000;

type Asked = TaskFilter & { readonly before: string };

const fits = (query: string) => (task: Task) => holds(`${task.title} ${task.summary ?? ''}`, query);

async function pageOf({ tasks }: Api, { shown, query, before }: Asked): Promise<Task[]> {
  const asked = { limit: PAGE, ...(query ? { query } : {}), ...(before ? { before } : {}) };
  if (shown === 'open') return (await tasks.list({ limit: PAGE })).tasks.filter(fits(query));
  if (shown === 'failed') {
    const found = await Promise.all([
      tasks.history({ ...asked, status: 'failed' }),
      tasks.history({ ...asked, status: 'dead' }),
    ]);
    return found.flatMap((page) => page.tasks).toSorted((a, b) => b.created_at.localeCompare(a.created_at));
  }
  return (await tasks.history({ ...asked, ...(shown === 'done' ? { status: 'succeeded' } : {}) })).tasks;
}

export function useTasks(filter: TaskFilter) {
  const { api } = useNima();
  const settled = { ...filter, query: useDebounced(filter.query.trim()) };
  const hasPages = settled.shown === 'all' || settled.shown === 'done';
  return useInfiniteQuery({
    queryKey: keys.tasksFound(settled),
    queryFn: ({ pageParam }) => pageOf(api, { ...settled, before: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => (hasPages && page.length === PAGE ? page.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.pages.flat().some(({ status }) => isOpen(status)) ? LOOK_MS : false),
  });
}

export function useTask(id: string) {
  const { api } = useNima();
  return useQuery({
    queryKey: keys.task(id),
    queryFn: () => api.tasks.get({ id }),
    // The log tells of every change; this is for the one that is told before it can be read.
    refetchInterval: ({ state }) => (state.data && isOpen(state.data.status) ? LOOK_MS : false),
  });
}

export function useIntegrations() {
  const { api } = useNima();
  return useQuery({ queryKey: keys.integrations, queryFn: () => api.tasks.integrations.list({ limit: 100 }) });
}
