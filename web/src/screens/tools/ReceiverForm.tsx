/** Opens an address of this Nima for one sender. */
import { type FormEvent, useState } from 'react';
import type { WebhookReceiver } from '../../api/nima.ts';
import { Segments } from '../../parts/Segments.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { FormEnd } from './FormEnd.tsx';
import { useMake } from './use-make.ts';
import { addressOf, type Shown } from './webhook-words.ts';

const KINDS = [
  { value: 'standard', name: 'Standard Webhooks' },
  { value: 'github', name: 'GitHub' },
] as const;

interface ReceiverFormProps {
  onCancel: () => void;
  onMade: (shown: Shown | null) => void;
}

export function ReceiverForm({ onCancel, onMade }: ReceiverFormProps) {
  const { api } = useNima();
  const [kind, setKind] = useState<WebhookReceiver['kind']>('standard');
  const { problem, isBusy, make } = useMake(onMade);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    make(async () => {
      const { secret, ...receiver } = await api.webhooks.receivers.create({ name, kind });
      return secret === null ? null : { name, secret, address: addressOf(receiver) };
    });
  };
  return (
    <form onSubmit={submit} aria-label="Take messages" className="mt-3 flex flex-col gap-3">
      <label className="flex flex-col gap-1 text-small">
        Who will send
        <input name="name" required maxLength={100} placeholder="doorbell" className="field min-h-11" />
      </label>
      <Segments label="How messages are signed" segments={KINDS} value={kind} onChange={setKind} />
      <p className="text-small text-ink-3">
        What comes in is data: it is kept and may start a schedule, and is never taken for your word.
      </p>
      <FormEnd problem={problem} isBusy={isBusy} act={isBusy ? 'Opening' : 'Open'} onCancel={onCancel} />
    </form>
  );
}
