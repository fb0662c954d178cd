/** Goals as the page keeps them, and the acts on them. */
import { useQuery } from '@tanstack/react-query';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';

export function useGoals(isRemoved = false) {
  const { api } = useNima();
  return useQuery({
    queryKey: keys.goalsFound({ isRemoved }),
    queryFn: () => api.goals.list({ limit: 200, ...(isRemoved ? { removed: true } : {}) }),
  });
}

export function useGoal(id: string) {
  const { api } = useNima();
  return useQuery({ queryKey: keys.goal(id), queryFn: () => api.goals.get({ id }) });
}

export function useForecast(id: string) {
  const { api } = useNima();
  return useQuery({ queryKey: keys.goalForecast(id), queryFn: () => api.goals.forecast({ id }) });
}

export const useGoalAct = () => useAct(keys.goals);
