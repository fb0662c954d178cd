/** What waits for a yes or no: the exact call, what it would change, and how long the question stands. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Approval } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { Badge, type Tone } from '../../parts/Chip.tsx';
import { Mono } from '../../parts/Mono.tsx';
import { sayCountdown } from '../../parts/say-time.ts';
import { useNow } from '../../parts/use-now.ts';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';

const EFFECTS: Readonly<Record<Approval['effect'], { readonly text: string; readonly tone: Tone }>> = {
  write: { text: 'changes', tone: 'sky' },
  spend: { text: 'acts outside', tone: 'amber' },
  destroy: { text: 'removes', tone: 'clay' },
};

function Card({ approval, now }: { approval: Approval; now: number }) {
  const { api } = useNima();
  const act = useAct(keys.approvals);
  const [isSent, setSent] = useState(false);
  const { id, operation, effect, preview, expires_at } = approval;
  const decide = async (work: () => Promise<unknown>, said: string) => {
    setSent(true);
    if (!(await act(work, said))) setSent(false);
  };
  return (
    <li className="flex flex-col gap-3 rounded-medium border border-amber/40 bg-raised p-4">
      <div className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 flex-1 font-mono text-small wrap-anywhere">{operation}</span>
        <Badge tone={EFFECTS[effect].tone}>{EFFECTS[effect].text}</Badge>
      </div>
      <p className="wrap-anywhere whitespace-pre-wrap">{preview}</p>
      <details className="text-small text-ink-3">
        <summary className="w-fit cursor-pointer rounded-small hover:text-ink">The exact arguments</summary>
        <Mono label="Arguments" text={JSON.stringify(approval.arguments, null, 2)} />
      </details>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          look="go"
          disabled={isSent}
          onClick={() => decide(() => api.approvals.approve({ id }), 'Approved once')}
        >
          Approve once
        </Button>
        <Button disabled={isSent} onClick={() => decide(() => api.approvals.deny({ id }), 'Denied')}>
          Deny
        </Button>
        <span className="ml-auto text-small text-ink-2 tabular-nums">
          asks for {sayCountdown(Date.parse(expires_at) - now)} more, then denies
        </span>
      </div>
    </li>
  );
}

export function Approvals() {
  const { api } = useNima();
  const found = useQuery({
    queryKey: keys.approvals,
    queryFn: () => api.approvals.list({}),
    refetchInterval: 5000,
  });
  const now = useNow(true);
  const waiting = (found.data?.approvals ?? []).filter(({ state }) => state === 'asked');
  return (
    <section aria-label="Waits for you" className="flex flex-col gap-3">
      <h2 className="text-small font-strong text-ink-2">Waits for your yes or no</h2>
      {waiting.length === 0 ? (
        <p className="text-small text-ink-3">
          Nothing waits. What a model may not do by itself is asked here and in talk.
        </p>
      ) : (
        <ul className="flex flex-col gap-3">
          {waiting.map((approval) => (
            <Card key={approval.id} approval={approval} now={now} />
          ))}
        </ul>
      )}
    </section>
  );
}
