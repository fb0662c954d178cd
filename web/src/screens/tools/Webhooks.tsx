/** Webhooks, below the tools: addresses that are told of events, and addresses of this Nima that take messages. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { EndpointCard } from './EndpointCard.tsx';
import { EndpointForm } from './EndpointForm.tsx';
import { ReceiverCard } from './ReceiverCard.tsx';
import { ReceiverForm } from './ReceiverForm.tsx';
import { SecretOnce } from './SecretOnce.tsx';
import type { Shown } from './webhook-words.ts';

type Opening = 'endpoint' | 'receiver' | null;

function Cards({ onSecret }: { onSecret: (shown: Shown) => void }) {
  const { api } = useNima();
  const endpoints = useQuery({ queryKey: keys.webhookEndpoints, queryFn: () => api.webhooks.endpoints.list({}) });
  const receivers = useQuery({ queryKey: keys.webhookReceivers, queryFn: () => api.webhooks.receivers.list({}) });
  const error = endpoints.error ?? receivers.error;
  if (error) {
    const retry = () => Promise.all([endpoints.refetch(), receivers.refetch()]);
    return <Failed text="The webhooks did not come." error={error} onRetry={retry} />;
  }
  return (
    <>
      {endpoints.data?.endpoints.map((endpoint) => (
        <EndpointCard key={endpoint.id} endpoint={endpoint} onSecret={onSecret} />
      ))}
      {receivers.data?.receivers.map((receiver) => (
        <ReceiverCard key={receiver.id} receiver={receiver} onSecret={onSecret} />
      ))}
    </>
  );
}

export function Webhooks() {
  const [opening, setOpening] = useState<Opening>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const close = () => setOpening(null);
  const made = (secret: Shown | null) => {
    close();
    setShown(secret);
  };
  return (
    <section aria-label="Webhooks" className="mt-4 flex flex-col gap-4 border-t border-line pt-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="font-strong">Webhooks</h2>
          <p className="text-small text-ink-2">Signed messages: Nima tells others, and others tell Nima.</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setOpening('endpoint')}>Send events</Button>
          <Button onClick={() => setOpening('receiver')}>Take messages</Button>
        </div>
      </div>
      <Cards onSecret={setShown} />
      <Dialog isOpen={opening === 'endpoint'} onClose={close} title="Send events" className="top-[8dvh] max-h-[84dvh]">
        <EndpointForm onCancel={close} onMade={made} />
      </Dialog>
      <Dialog isOpen={opening === 'receiver'} onClose={close} title="Take messages">
        <ReceiverForm onCancel={close} onMade={made} />
      </Dialog>
      <SecretOnce shown={shown} onClose={() => setShown(null)} />
    </section>
  );
}
