/** One address that is told of events: how it fares, a test, its deliveries, and what can be done with it. */
import { useState } from 'react';
import type { WebhookEndpoint } from '../../api/nima.ts';
import { Button, IconButton } from '../../parts/Button.tsx';
import { Badge } from '../../parts/Chip.tsx';
import { Menu, MenuItem } from '../../parts/Menu.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';
import { Deliveries } from './Deliveries.tsx';
import { endpointWords, nameOf, type Shown } from './webhook-words.ts';

interface EndpointCardProps {
  endpoint: WebhookEndpoint;
  onSecret: (shown: Shown) => void;
}

function EndpointActs({ endpoint, onSecret }: EndpointCardProps) {
  const { api } = useNima();
  const act = useAct(keys.webhooks);
  const { id, state } = endpoint;
  const { endpoints } = api.webhooks;
  const name = nameOf(endpoint);
  const set = (isOn: boolean) => endpoints.update({ id, state: isOn ? 'active' : 'paused' });
  const rotate = async () => onSecret({ name, secret: (await endpoints.rotate({ id })).secret });
  return (
    <div className="flex shrink-0 items-center gap-1">
      <Switch
        label={`Send to ${name}`}
        isOn={state === 'active'}
        onChange={(isOn) =>
          act(
            () => set(isOn),
            `${name} is ${isOn ? 'on' : 'off'}`,
            () => set(!isOn),
          )
        }
      />
      <Menu trigger={<IconButton icon="more" label={`More for ${name}`} />}>
        <MenuItem icon="again" onSelect={() => act(rotate, 'The old secret counts for another day')}>
          New secret
        </MenuItem>
        <MenuItem
          icon="remove"
          isDestroying
          onSelect={() =>
            act(
              () => endpoints.remove({ id }),
              `Removed: ${name}`,
              () => endpoints.restore({ id }),
            )
          }
        >
          Remove
        </MenuItem>
      </Menu>
    </div>
  );
}

function EndpointTest({ endpoint }: { endpoint: WebhookEndpoint }) {
  const { api } = useNima();
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      const { is_delivered, status_code, answer, error } = await api.webhooks.endpoints.test({ id: endpoint.id });
      setSaid(is_delivered ? `It answered ${status_code}${answer ? `: ${answer}` : '.'}` : (error ?? 'It failed.'));
    } catch (error) {
      setSaid((error as Error).message);
    }
    setBusy(false);
  };
  return (
    <>
      <Button onClick={send} disabled={isBusy} aria-label={`Test ${nameOf(endpoint)}`}>
        {isBusy ? 'Testing' : 'Test'}
      </Button>
      <p role="status" className="min-w-0 flex-1 text-small wrap-anywhere text-ink-2">
        {said.replaceAll('`', '')}
      </p>
    </>
  );
}

export function EndpointCard({ endpoint, onSecret }: EndpointCardProps) {
  const [isOpen, setOpen] = useState(false);
  const { id, url, state, problem, has_secret } = endpoint;
  const name = nameOf(endpoint);
  return (
    <section aria-label={`Webhook to ${name}`} className="rounded-medium border border-line bg-raised">
      <div className="flex items-start justify-between gap-3 p-4">
        <div className="min-w-0">
          <h3 className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1 font-strong wrap-anywhere">
            {name}
            {state === 'disabled' && <Badge tone="clay">given up</Badge>}
            {!has_secret && <Badge tone="amber">needs a secret</Badge>}
          </h3>
          <p className="font-mono text-small wrap-anywhere text-ink-2">{url}</p>
          <p className="text-small wrap-anywhere text-ink-3">{endpointWords(endpoint)}</p>
          {problem && <p className="mt-1 text-small wrap-anywhere text-clay">{problem.replaceAll('`', '')}</p>}
        </div>
        <EndpointActs endpoint={endpoint} onSecret={onSecret} />
      </div>
      <div className="flex flex-wrap items-center gap-2 px-4 pb-4">
        <Button aria-expanded={isOpen} aria-label={`Deliveries of ${name}`} onClick={() => setOpen(!isOpen)}>
          Deliveries
        </Button>
        <EndpointTest endpoint={endpoint} />
      </div>
      {isOpen && <Deliveries endpointId={id} name={name} />}
    </section>
  );
}
