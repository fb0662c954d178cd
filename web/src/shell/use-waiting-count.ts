/** How many things wait for the owner: questions to decide, and alerts not yet looked at. */
import { useQuery } from '@tanstack/react-query';
import { useNima } from './nima-context.ts';
import { keys } from './query-keys.ts';

/** Approvals stand for five minutes; a quarter of one is soon enough to hear of them. */
const LOOK_MS = 15_000;

export function useWaitingCount(): number {
  const { api } = useNima();
  const approvals = useQuery({
    queryKey: keys.approvals,
    queryFn: () => api.approvals.list({}),
    refetchInterval: LOOK_MS,
  });
  const alerts = useQuery({
    queryKey: keys.alertsFound({ state: 'open' }),
    queryFn: () => api.alerts.list({ state: 'open' }),
    refetchInterval: LOOK_MS,
  });
  const asked = (approvals.data?.approvals ?? []).filter(({ state }) => state === 'asked');
  const told = (alerts.data?.alerts ?? []).filter(({ telling }) => telling === 'told');
  return asked.length + told.length;
}
