/** What Nima can act on: each integration with its health, what it needs to be told, and its actions. */
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { IntegrationCard } from './IntegrationCard.tsx';
import { useIntegrations } from './use-tasks.ts';

export function Integrations() {
  const { data, error, refetch } = useIntegrations();
  if (error && !data) return <Failed text="The integrations did not come." error={error} onRetry={refetch} />;
  if (!data) return <Waiting text="Opening the integrations" />;
  return (
    <>
      <p className="text-small text-ink-2">
        What an integration needs is told in nima.yaml, secrets only by reference. Off means: no task of it starts.
      </p>
      <ul className="flex flex-col gap-3">
        {data.integrations.map((integration) => (
          <IntegrationCard key={integration.id} integration={integration} />
        ))}
      </ul>
    </>
  );
}
