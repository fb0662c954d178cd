/** Starts a task: which integration, which action, with which parameters. */
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { ActionForm } from './ActionForm.tsx';
import { plainName } from './task-words.ts';
import { useIntegrations } from './use-tasks.ts';

interface ChoiceProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  return (
    <label className="flex min-w-0 flex-1 basis-56 flex-col gap-1 text-small">
      {label}
      <select value={value} onChange={({ target }) => onChange(target.value)} className="field min-h-11">
        <option value="">Choose</option>
        {children}
      </select>
    </label>
  );
}

export function NewTask() {
  const [params, setParams] = useSearchParams();
  const { data, error, refetch } = useIntegrations();
  if (error && !data) return <Failed text="The integrations did not come." error={error} onRetry={refetch} />;
  if (!data) return <Waiting text="Opening the integrations" />;
  const integrations = data.integrations.filter(({ enabled }) => enabled);
  const chosen = integrations.find(({ id }) => id === params.get('type'));
  const action = chosen?.actions.find(({ name }) => name === params.get('action'));
  return (
    <>
      <div>
        <h1 className="text-large font-strong">New task</h1>
        <p className="text-ink-2">
          {action
            ? `${action.summary}.`
            : (chosen?.summary ?? 'Choose where, then what. You see what it does before it does it.')}
        </p>
      </div>
      <div className="flex flex-wrap gap-3">
        <Choice label="Where" value={chosen?.id ?? ''} onChange={(type) => setParams({ type }, { replace: true })}>
          {integrations.map(({ id }) => (
            <option key={id}>{id}</option>
          ))}
        </Choice>
        <Choice
          label="What"
          value={action?.name ?? ''}
          onChange={(name) => setParams({ type: chosen?.id ?? '', action: name }, { replace: true })}
        >
          {chosen?.actions.map(({ name }) => (
            <option key={name} value={name}>
              {plainName(name)}
            </option>
          ))}
        </Choice>
      </div>
      {chosen && action && <ActionForm key={`${chosen.id} ${action.name}`} type={chosen.id} action={action} />}
      {integrations.length < data.integrations.length && (
        <p className="text-small text-ink-3">
          Some integrations are off.{' '}
          <Link to="/tasks/integrations" className="underline underline-offset-3">
            Integrations
          </Link>
        </p>
      )}
    </>
  );
}
