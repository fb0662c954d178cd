/** Registered projects as the page keeps them, where work on one stopped, and a search over all. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';

export function useProjects() {
  const { api } = useNima();
  return useQuery({ queryKey: keys.projectsFound(''), queryFn: () => api.workspace.projects.list({}) });
}

export function useProject(id: string) {
  const { api } = useNima();
  return useQuery({ queryKey: keys.project(id), queryFn: () => api.workspace.projects.get({ id }) });
}

export function useBrief(id: string) {
  const { api } = useNima();
  return useQuery({
    queryKey: keys.projectBrief(id),
    queryFn: () => api.workspace.projects.brief({ id }),
    staleTime: 30_000,
  });
}

export function usePassages(query: string) {
  const { api } = useNima();
  return useQuery({
    queryKey: keys.projectPassages(query),
    queryFn: () => api.workspace.search({ query, limit: 20 }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
}
