/** Adds an address that is told of events. */
import type { FormEvent } from 'react';
import { useNima } from '../../shell/nima-context.ts';
import { FormEnd } from './FormEnd.tsx';
import { useMake } from './use-make.ts';
import { eventsOf, nameOf, type Shown } from './webhook-words.ts';

const LABEL = 'flex flex-col gap-1 text-small';

interface EndpointFormProps {
  onCancel: () => void;
  onMade: (shown: Shown | null) => void;
}

export function EndpointForm({ onCancel, onMade }: EndpointFormProps) {
  const { api } = useNima();
  const { problem, isBusy, make } = useMake(onMade);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    make(async () => {
      const wish = { url: text('url'), events: eventsOf(text('events')), description: text('description') };
      const { secret, ...endpoint } = await api.webhooks.endpoints.create(wish);
      return secret === null ? null : { name: nameOf(endpoint), secret };
    });
  };
  return (
    <form onSubmit={submit} aria-label="Send events" className="mt-3 flex flex-col gap-3">
      <label className={LABEL}>
        Address
        <input
          name="url"
          type="url"
          required
          maxLength={2000}
          placeholder="https://hooks.example.org/nima"
          className="field min-h-11 font-mono"
        />
      </label>
      <label className={LABEL}>
        Events, by name or prefix
        <input
          name="events"
          required
          maxLength={2000}
          placeholder="goals.*, tasks.task.failed"
          className="field min-h-11 font-mono"
        />
      </label>
      <label className={LABEL}>
        What it is for
        <input name="description" maxLength={200} className="field min-h-11" />
      </label>
      <p className="text-small text-ink-3">What happens leaves this machine, signed. The secret is shown once, next.</p>
      <FormEnd problem={problem} isBusy={isBusy} act={isBusy ? 'Adding' : 'Add'} onCancel={onCancel} />
    </form>
  );
}
