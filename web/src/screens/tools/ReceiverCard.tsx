/** One address that takes messages: who sends there, and what came last. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WebhookReceiver } from '../../api/nima.ts';
import { Button, IconButton } from '../../parts/Button.tsx';
import { Badge } from '../../parts/Chip.tsx';
import { Menu, MenuItem } from '../../parts/Menu.tsx';
import { sayDateTime } from '../../parts/say-time.ts';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';
import { addressOf, receiverWords, type Shown } from './webhook-words.ts';

const SHOWN_MAX = 10;

interface ReceiverCardProps {
  receiver: WebhookReceiver;
  onSecret: (shown: Shown) => void;
}

function Receipts({ receiver: { id, name } }: Pick<ReceiverCardProps, 'receiver'>) {
  const { api } = useNima();
  const { data } = useQuery({
    queryKey: keys.webhookReceipts(id),
    queryFn: () => api.webhooks.receipts.list({ receiver_id: id, limit: SHOWN_MAX }),
  });
  if (!data) return null;
  if (data.receipts.length === 0) return <p className="px-4 pb-3 text-small text-ink-3">Nothing came yet.</p>;
  return (
    <ul aria-label={`Messages of ${name}`} className="border-t border-line">
      {data.receipts.map((receipt) => (
        <li key={receipt.id} className="border-b border-line px-4 py-2 last:border-0">
          <p className="font-mono text-small wrap-anywhere">{receipt.type}</p>
          <p className="text-small text-ink-2">{sayDateTime(receipt.received_at)}</p>
        </li>
      ))}
    </ul>
  );
}

function ReceiverActs({ receiver, onSecret }: ReceiverCardProps) {
  const { api } = useNima();
  const act = useAct(keys.webhooks);
  const { id, name } = receiver;
  const { receivers } = api.webhooks;
  const rotate = async () =>
    onSecret({ name, secret: (await receivers.rotate({ id })).secret, address: addressOf(receiver) });
  const remove = () => receivers.remove({ id });
  const restore = () => receivers.restore({ id });
  return (
    <Menu trigger={<IconButton icon="more" label={`More for ${name}`} />}>
      <MenuItem icon="again" onSelect={() => act(rotate, 'The old secret counts for another day')}>
        New secret
      </MenuItem>
      <MenuItem icon="remove" isDestroying onSelect={() => act(remove, `Removed: ${name}`, restore)}>
        Remove
      </MenuItem>
    </Menu>
  );
}

export function ReceiverCard({ receiver, onSecret }: ReceiverCardProps) {
  const [isOpen, setOpen] = useState(false);
  const { name, has_secret } = receiver;
  return (
    <section aria-label={`Messages from ${name}`} className="rounded-medium border border-line bg-raised">
      <div className="flex items-start justify-between gap-3 p-4">
        <div className="min-w-0">
          <h3 className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1 font-strong wrap-anywhere">
            {name}
            {!has_secret && <Badge tone="amber">needs a secret</Badge>}
          </h3>
          <p className="font-mono text-small wrap-anywhere text-ink-2">{addressOf(receiver)}</p>
          <p className="text-small wrap-anywhere text-ink-3">{receiverWords(receiver)}</p>
        </div>
        <ReceiverActs receiver={receiver} onSecret={onSecret} />
      </div>
      <div className="px-4 pb-4">
        <Button aria-expanded={isOpen} aria-label={`What came from ${name}`} onClick={() => setOpen(!isOpen)}>
          What came
        </Button>
      </div>
      {isOpen && <Receipts receiver={receiver} />}
    </section>
  );
}
