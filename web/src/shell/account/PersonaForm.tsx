/** The persona while it is changed: name, summary, and the short form, lists a line each. */
import { type FormEvent, useState } from 'react';
import type { Persona } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { useNima } from '../nima-context.ts';
import { keys } from '../query-keys.ts';
import { useAct } from '../use-act.ts';
import { changesOf, type PersonaDraft, personaDraft } from './persona-draft.ts';

const FIELDS = [
  { key: 'name', label: 'What it calls itself', rows: 1 },
  { key: 'summary', label: 'Who it is, in a sentence', rows: 2 },
  { key: 'voice', label: 'Voice', rows: 1 },
  { key: 'tone', label: 'Tone', rows: 1 },
  { key: 'style', label: 'Style, a line each', rows: 4 },
  { key: 'values', label: 'Values, a line each', rows: 4 },
] as const satisfies readonly { key: keyof PersonaDraft; label: string; rows: number }[];

export function PersonaForm({ persona, onDone }: { persona: Persona; onDone: () => void }) {
  const { api } = useNima();
  const act = useAct(keys.persona);
  const [draft, setDraft] = useState(() => personaDraft(persona));
  const changes = changesOf(persona, draft);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!changes) return onDone();
    if (await act(() => api.persona.update(changes), 'From now on Nima is like this')) onDone();
  };
  return (
    <form onSubmit={save} aria-label="Change who Nima is" className="flex flex-col gap-3">
      {FIELDS.map(({ key, label, rows }) => (
        <label key={key} className="flex flex-col gap-1 text-small text-ink-2">
          {label}
          <textarea
            rows={rows}
            required
            maxLength={300 * rows}
            value={draft[key]}
            onChange={({ target }) => setDraft({ ...draft, [key]: target.value })}
            className="field resize-y text-base"
          />
        </label>
      ))}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Leave as it was</Button>
        <Button look="go" type="submit">
          Save
        </Button>
      </div>
    </form>
  );
}
