/** Which model answers, and whether what is said leaves this machine; why, one click away. */
import { useQuery } from '@tanstack/react-query';
import { Explain } from '../parts/Explain.tsx';
import { joinClasses } from '../parts/join-classes.ts';
import { useNima } from './nima-context.ts';
import { keys } from './query-keys.ts';

const ASK_AGAIN_MS = 60_000;

export function ModelPill() {
  const { api } = useNima();
  const { data } = useQuery({
    queryKey: keys.health,
    queryFn: () => api.health.get({}),
    refetchInterval: ASK_AGAIN_MS,
  });
  const model = data?.model;
  if (!model) return <span className="h-7" />;
  const place = model.leaves_machine ? 'leaves this machine' : 'nothing leaves this machine';
  return (
    <Explain
      label="Which model answers"
      trigger={
        <button
          type="button"
          className="flex min-h-8 min-w-0 shrink-0 items-center gap-2 rounded-[99px] border border-line px-3 text-small text-ink-2 transition-colors duration-100 hover:border-edge"
        >
          <i
            aria-hidden="true"
            className={joinClasses('size-2 shrink-0 rounded-[9px]', model.leaves_machine ? 'bg-amber' : 'bg-moss')}
          />
          <span className="max-w-22 truncate tablet:max-w-60">{model.label}</span>
          <span className="sr-only tablet:not-sr-only tablet:-ml-1">· {place}</span>
        </button>
      }
    >
      <p className="font-strong">{model.label}</p>
      <p className="mt-1 text-ink-2">{model.because}</p>
      <p className="mt-2 text-ink-2">
        {model.leaves_machine
          ? 'What you say, and the facts that fit it, are sent to this model. What Nima remembers is stored here.'
          : 'What you say and what Nima remembers stay on the machine Nima runs on.'}
      </p>
    </Explain>
  );
}
