/** Facts that came from a tool, page or file: shown apart and never used, until a person trusts or forgets them. */
import { useQuery } from '@tanstack/react-query';
import type { Fact } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { sayDate } from '../../parts/say-time.ts';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';
import { useForget } from './use-forget.ts';

const SHOWN_MAX = 100;

function usePromote({ id }: Fact) {
  const { facts } = useNima().api.memory;
  const act = useAct(keys.facts);
  return () => {
    let promotedId = '';
    return act(
      async () => {
        promotedId = (await facts.promote({ id })).id;
      },
      'Trusted, and used from now on',
      async () => {
        await facts.remove({ id: promotedId });
        await facts.restore({ id });
      },
    );
  };
}

function QuarantinedRow({ fact }: { fact: Fact }) {
  const promote = usePromote(fact);
  const { forget, isBusy } = useForget(fact);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-3 last:border-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="wrap-anywhere">{fact.fact}</p>
        <p className="text-small text-ink-3">
          {fact.evidence?.quote ? `from “${fact.evidence.quote}” · ` : ''}
          {sayDate(fact.created_at)}
        </p>
      </div>
      <Button aria-label={`Promote: ${fact.fact}`} onClick={promote}>
        Promote
      </Button>
      <Button look="quiet" aria-label={`Forget: ${fact.fact}`} disabled={isBusy} onClick={forget}>
        Forget
      </Button>
    </li>
  );
}

export function Quarantine() {
  const { api } = useNima();
  const { data } = useQuery({
    queryKey: keys.factsFound({ state: 'quarantined' }),
    queryFn: () => api.memory.facts.list({ state: 'quarantined', limit: SHOWN_MAX }),
  });
  if (!data || data.facts.length === 0) return null;
  return (
    <section aria-label="Quarantined" className="rounded-medium border border-line bg-raised">
      <h2 className="px-4 pt-3.5 font-strong">Not trusted yet</h2>
      <p className="px-4 text-small text-ink-2">
        These came from a tool, page or file, not from you. They are shown here and used nowhere.
      </p>
      <ul>
        {data.facts.map((fact) => (
          <QuarantinedRow key={fact.id} fact={fact} />
        ))}
      </ul>
    </section>
  );
}
