/** The last deliveries of an endpoint; one that failed can be sent again. */
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../parts/Button.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';
import { deliveryWords } from './webhook-words.ts';

const SHOWN_MAX = 10;

interface DeliveriesProps {
  endpointId: string;
  name: string;
}

export function Deliveries({ endpointId, name }: DeliveriesProps) {
  const { api } = useNima();
  const act = useAct(keys.webhooks);
  const { data } = useQuery({
    queryKey: keys.webhookDeliveries(endpointId),
    queryFn: () => api.webhooks.deliveries.list({ endpoint_id: endpointId, limit: SHOWN_MAX }),
  });
  if (!data) return null;
  if (data.deliveries.length === 0) return <p className="px-4 pb-3 text-small text-ink-3">Nothing was sent yet.</p>;
  return (
    <ul aria-label={`Deliveries to ${name}`} className="border-t border-line">
      {data.deliveries.map((delivery) => (
        <li
          key={delivery.id}
          className="flex items-center justify-between gap-3 border-b border-line px-4 py-2 last:border-0"
        >
          <div className="min-w-0">
            <p className="font-mono text-small wrap-anywhere">{delivery.type}</p>
            <p className="text-small wrap-anywhere text-ink-2">{deliveryWords(delivery)}</p>
          </div>
          {delivery.state === 'failed' && (
            <Button
              icon="again"
              aria-label={`Send ${delivery.type} again`}
              onClick={() => act(() => api.webhooks.deliveries.retry({ id: delivery.id }), 'It is sent again')}
            >
              Retry
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
