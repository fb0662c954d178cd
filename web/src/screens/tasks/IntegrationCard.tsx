/** One integration: ready or not and why, what it is told, what it can do, on or off. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Integration } from '../../api/nima.ts';
import { Badge } from '../../parts/Chip.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';
import { plainName } from './task-words.ts';

const TESTED: Readonly<Record<Integration['tested'], string>> = {
  'real peer': 'Tested against the real thing.',
  recorded: 'Tested against its published schema, not the real thing.',
};

function Health({ id }: { id: string }) {
  const { api } = useNima();
  const { data, error } = useQuery({
    queryKey: keys.integration(id),
    queryFn: () => api.tasks.integrations.get({ id }),
    staleTime: 30_000,
  });
  const health = data?.health;
  if (error) return <p className="text-small text-clay">Its health did not come. {error.message}</p>;
  if (!health) return <p className="text-small text-ink-3">Asking how it is</p>;
  return (
    <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1 text-small text-ink-2">
      <Badge tone={health.ready ? 'moss' : 'amber'}>{health.ready ? 'ready' : 'not ready'}</Badge>
      <span className="min-w-0 flex-1 basis-48 wrap-anywhere">{health.text.replaceAll('`', '')}</span>
    </p>
  );
}

function Told({ integration: { id, config } }: { integration: Integration }) {
  const properties = (config.schema.properties ?? {}) as Record<string, { description?: string }>;
  const names = Object.keys(properties);
  if (names.length === 0) return null;
  return (
    <details className="text-small text-ink-2">
      <summary className="w-fit cursor-pointer rounded-small py-1 hover:text-ink">What it needs to be told</summary>
      <p className="mt-1 mb-2 text-ink-3">
        In nima.yaml, under <span className="font-mono">integrations.{id}</span>
      </p>
      <dl className="flex flex-col gap-2.5">
        {names.map((name) => (
          <div key={name}>
            <dt className="font-mono wrap-anywhere text-ink">
              {name}: <span className="text-ink-2">{JSON.stringify(config.values[name]) ?? 'not given'}</span>
            </dt>
            <dd>{properties[name]?.description?.replaceAll('`', '')}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Actions({ integration: { id, actions, enabled } }: { integration: Integration }) {
  return (
    <details className="text-small text-ink-2">
      <summary className="w-fit cursor-pointer rounded-small py-1 hover:text-ink">
        What it can do · {actions.length}
      </summary>
      <ul className="mt-1 flex flex-col gap-1">
        {actions.map(({ name, summary }) => (
          <li key={name} className="flex flex-wrap gap-x-3">
            {enabled ? (
              <Link
                to={`/tasks/new?type=${id}&action=${name}`}
                className="w-40 rounded-small text-moss underline underline-offset-3"
              >
                {plainName(name)}
              </Link>
            ) : (
              <span className="w-40">{plainName(name)}</span>
            )}
            <span className="min-w-0 flex-1 basis-48">{summary}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function IntegrationCard({ integration }: { integration: Integration }) {
  const { api } = useNima();
  const act = useAct(keys.integrations);
  const { id, summary, enabled, tested } = integration;
  const change = (isOn: boolean) => api.tasks.integrations.update({ id, enabled: isOn });
  return (
    <li className="flex flex-col gap-2 rounded-medium border border-line bg-raised p-4">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="font-strong">{id}</h2>
          <p className="text-ink-2">{summary}</p>
        </div>
        <Switch
          label={`Use ${id}`}
          isOn={enabled}
          onChange={(isOn) =>
            act(
              () => change(isOn),
              `${id} is ${isOn ? 'on' : 'off'}`,
              () => change(!isOn),
            )
          }
        />
      </div>
      {enabled && <Health id={id} />}
      <p className="text-small text-ink-3">{TESTED[tested]}</p>
      <Told integration={integration} />
      <Actions integration={integration} />
    </li>
  );
}
