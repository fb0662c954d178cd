/** What Nima tells unasked: what happened, why it is told, and how to hear no more of it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Alert } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { Badge, ChipButton, type Tone } from '../../parts/Chip.tsx';
import { Explain } from '../../parts/Explain.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Segments } from '../../parts/Segments.tsx';
import { sayDateTime } from '../../parts/say-time.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';
import { Markdown } from '../talk/Markdown.tsx';

const TONES: Readonly<Record<Alert['severity'], Tone>> = { info: 'sky', warning: 'amber', critical: 'clay' };
const KINDS: Readonly<Record<Alert['kind'], string>> = { alert: 'Alert', nudge: 'Nudge', brief: 'Brief' };

const TELLINGS: Readonly<Record<Alert['telling'], string>> = {
  told: '',
  waiting: 'waits for the end of the quiet hours',
  muted: 'muted',
  over_limit: 'held back: enough for one day',
  unwanted: 'held back: you declined such nudges',
};

function About({ alert: { created_at, count, telling } }: { alert: Alert }) {
  const words = [sayDateTime(created_at), count > 1 ? `${count} times` : '', TELLINGS[telling]];
  return <span>{words.filter(Boolean).join(' · ')}</span>;
}

function Row({ alert }: { alert: Alert }) {
  const { api, queries } = useNima();
  const act = useAct(keys.alerts);
  const relearn = () => queries.invalidateQueries({ queryKey: keys.lessons });
  const { id, kind, severity, text, because, stop, link, state, rule } = alert;
  const acknowledge = () =>
    act(
      () => api.alerts.acknowledge({ id }),
      'Seen',
      () => api.alerts.reopen({ id }),
    );
  const decline = () =>
    act(
      () => api.alerts.decline({ id }).finally(relearn),
      'Noted. After three of these, they come once a week at most',
      () => api.alerts.reopen({ id }).finally(relearn),
    );
  const mute = async () => {
    let made: string | null = null;
    await act(
      async () => {
        made = (await api.alerts.mutes.create({ rule })).id;
      },
      'I will say no more of this kind',
      async () => {
        if (made) await api.alerts.mutes.remove({ id: made });
      },
    );
  };
  return (
    <li className="flex flex-col gap-2 border-b border-line px-4 py-3 last:border-0">
      <div className="flex flex-wrap items-center gap-2 text-small text-ink-3">
        <Badge tone={TONES[severity]}>{KINDS[kind]}</Badge>
        <About alert={alert} />
      </div>
      <div className="wrap-anywhere">
        <Markdown text={text} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {state === 'open' && <Button onClick={acknowledge}>Seen</Button>}
        {state === 'acknowledged' && (
          <Button onClick={() => act(() => api.alerts.reopen({ id }), 'Open again')}>Open again</Button>
        )}
        {link && (
          <Link to={link} className="text-small underline underline-offset-2">
            Go there
          </Link>
        )}
        <Explain trigger={<ChipButton className="ml-auto">Why, and how to stop it</ChipButton>}>
          <p>{because}</p>
          <p className="mt-2 text-ink-2">{stop}</p>
          {kind === 'nudge' && state === 'open' && (
            <Button className="mt-3 mr-2" onClick={decline}>
              Less of this
            </Button>
          )}
          <Button className="mt-3" onClick={mute}>
            No more of this kind
          </Button>
        </Explain>
      </div>
    </li>
  );
}

const STATES = [
  { value: 'open', name: 'Open' },
  { value: 'acknowledged', name: 'Seen' },
  { value: 'resolved', name: 'Over' },
] as const;

export function Alerts() {
  const { api } = useNima();
  const [state, setState] = useState<Alert['state']>('open');
  const found = useQuery({
    queryKey: keys.alertsFound({ state }),
    queryFn: () => api.alerts.list({ state }),
    refetchInterval: 15_000,
  });
  return (
    <section aria-label="Told by Nima" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-small font-strong text-ink-2">Alerts, nudges and briefs</h2>
        <Segments label="Which alerts" segments={STATES} value={state} onChange={setState} />
      </div>
      {found.error && !found.data && (
        <Failed text="The alerts did not come." error={found.error} onRetry={() => found.refetch()} />
      )}
      {!found.data && !found.error && <Waiting text="Opening the alerts" />}
      {found.data?.alerts.length === 0 && <p className="text-small text-ink-3">Nothing here.</p>}
      {found.data && found.data.alerts.length > 0 && (
        <ul className="flex flex-col rounded-medium border border-line bg-raised">
          {found.data.alerts.map((alert) => (
            <Row key={alert.id} alert={alert} />
          ))}
        </ul>
      )}
    </section>
  );
}
