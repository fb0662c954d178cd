/** The switch that stops everything Nima does by itself, and its state in words. */
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../parts/Button.tsx';
import { sayDateTime } from '../../parts/say-time.ts';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';

export function AllStop() {
  const { api } = useNima();
  const act = useAct(keys.halted);
  const { data } = useQuery({
    queryKey: keys.halted,
    queryFn: () => api.approvals.halted({}),
    refetchInterval: 15_000,
  });
  if (!data) return null;
  const resume = () => api.approvals.resume({});
  return (
    <section
      aria-label="Stop everything"
      className="flex flex-wrap items-center justify-between gap-3 rounded-medium border border-line bg-raised px-4 py-3"
    >
      <p role="status" className="min-w-0 flex-1 basis-60 text-small text-ink-2">
        {data.halted
          ? `Everything is stopped${data.since ? ` since ${sayDateTime(data.since)}` : ''}. Nothing runs until you let it.`
          : 'Running. Stopping ends tasks and schedules within two seconds; you can still do everything yourself.'}
      </p>
      {data.halted ? (
        <Button look="go" onClick={() => act(resume, 'Going on')}>
          Go on
        </Button>
      ) : (
        <Button icon="stop" onClick={() => act(() => api.approvals.halt({}), 'Everything is stopped', resume)}>
          Stop everything
        </Button>
      )}
    </section>
  );
}
