/** Who Nima is: voice, tone, style and values, changed by the owner, with the way back to every version. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Persona, PersonaVersion } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { sayDateTime } from '../../parts/say-time.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { useNima } from '../nima-context.ts';
import { keys } from '../query-keys.ts';
import { useAct } from '../use-act.ts';
import { PersonaForm } from './PersonaForm.tsx';

const words = (name: string): string => name.replaceAll('_', ' ');

function Lines({ persona: { personality, rules } }: { persona: Persona }) {
  const lines = [
    ['Voice', words(personality.voice)],
    ['Tone', words(personality.tone)],
    ['Style', personality.style.map(words).join(', ')],
    ['Values', personality.values.map(words).join(', ')],
  ] as const;
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-small">
        {lines.map(([name, value]) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-ink-3">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <details className="text-small text-ink-2">
        <summary className="w-fit cursor-pointer rounded-small py-1 hover:text-ink">
          {rules.length} rules of how to answer
        </summary>
        <ul className="mt-1.5 flex flex-col gap-1.5">
          {rules.map((rule) => (
            <li key={rule} className="border-l-2 border-line pl-3">
              {rule}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function VersionRow({ version, isWorn }: { version: PersonaVersion; isWorn: boolean }) {
  const { api } = useNima();
  const act = useAct(keys.persona);
  const name = version.version === 0 ? 'As shipped' : `Version ${version.version}`;
  const changed = version.changes.length > 0 ? `changes ${version.changes.join(', ')}` : version.why;
  return (
    <li className="flex items-center gap-3 border-b border-line py-2 last:border-0">
      <span className="min-w-0 flex-1">
        {name}
        <span className="block truncate text-ink-3">
          {version.version > 0 && `${sayDateTime(version.at)} · `}
          {changed}
        </span>
      </span>
      {isWorn ? (
        <span className="text-ink-3">now</span>
      ) : (
        <Button
          aria-label={`Go back to ${name}`}
          onClick={() => act(() => api.persona.restore({ version: version.version }), `Nima is ${name.toLowerCase()}`)}
        >
          Go back
        </Button>
      )}
    </li>
  );
}

const SHIPPED: PersonaVersion = { version: 0, changes: [], why: 'the persona Nima comes with', at: '' };

function Versions() {
  const { api } = useNima();
  const { data } = useQuery({ queryKey: keys.personaVersions, queryFn: () => api.persona.versions.list({}) });
  if (!data) return null;
  const known = data.versions.some(({ version }) => version === 0) ? data.versions : [...data.versions, SHIPPED];
  return (
    <section aria-label="Versions" className="text-small">
      <h3 className="font-strong">Versions</h3>
      <ul>
        {known.map((version, index) => (
          <VersionRow key={version.version} version={version} isWorn={index === 0} />
        ))}
      </ul>
    </section>
  );
}

export function PersonaCard() {
  const { api } = useNima();
  const [isEditing, setEditing] = useState(false);
  const { data: persona, error, refetch } = useQuery({ queryKey: keys.persona, queryFn: () => api.persona.get({}) });
  if (error && !persona) return <Failed text="The persona did not come." error={error} onRetry={() => refetch()} />;
  if (!persona) return <Waiting text="Opening the persona" />;
  if (isEditing) return <PersonaForm persona={persona} onDone={() => setEditing(false)} />;
  return (
    <div className="flex flex-col gap-5">
      <div className="flex items-start gap-3">
        <p className="min-w-0 flex-1">
          <span className="block font-strong">{persona.name}</span>
          <span className="text-ink-2">{persona.summary}</span>
        </p>
        <Button onClick={() => setEditing(true)}>Change</Button>
      </div>
      <Lines persona={persona} />
      <p className="text-small text-ink-2">Only you change this; a model reads it and cannot.</p>
      <Versions />
    </div>
  );
}
