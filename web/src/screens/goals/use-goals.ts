/** Goals as the page keeps them, and the acts on them: each says what it did and offers the way back. */
import { useQuery } from '@tanstack/react-query';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';

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

export type Act = (work: () => Promise<unknown>, said: string, undo?: () => Promise<unknown>) => Promise<boolean>;

/** Runs an act, refreshes every goal shown, and says what happened; true when it worked. */
export function useGoalAct(): Act {
  const { toasts, queries } = useNima();
  const refresh = () => queries.invalidateQueries({ queryKey: keys.goals });
  return async (work, said, undo) => {
    try {
      await work();
      const back = undo && (() => void undo().then(refresh, (error: Error) => toasts.say(error.message)));
      toasts.say(said, back);
      return true;
    } catch (error) {
      toasts.say((error as Error).message);
      return false;
    } finally {
      await refresh();
    }
  };
}
