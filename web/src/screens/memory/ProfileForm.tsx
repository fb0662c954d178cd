/** The profile while it is changed: a name, and preferences a row each. */
import { type FormEvent, useState } from 'react';
import type { Profile } from '../../api/nima.ts';
import { Button, IconButton } from '../../parts/Button.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { changeOf, type Row, rowsOf } from './profile-rows.ts';

function PreferenceRow({ row, onChange, onRemove }: { row: Row; onChange: (row: Row) => void; onRemove: () => void }) {
  return (
    <li className="flex items-center gap-2">
      <input
        aria-label="Preference"
        placeholder="editor"
        maxLength={100}
        value={row.name}
        onChange={({ target }) => onChange({ ...row, name: target.value })}
        className="field w-36 shrink-0 text-small"
      />
      <input
        aria-label={`Value of ${row.name || 'the preference'}`}
        placeholder="Neovim"
        maxLength={500}
        value={row.value}
        onChange={({ target }) => onChange({ ...row, value: target.value })}
        className="field min-w-0 flex-1 text-small"
      />
      <IconButton icon="close" label={`Take out ${row.name || 'this row'}`} size={16} onClick={onRemove} />
    </li>
  );
}

function PreferenceList({ rows, onChange }: { rows: readonly Row[]; onChange: (rows: Row[]) => void }) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-small text-ink-2">Preferences</legend>
      <ul className="flex flex-col gap-2">
        {rows.map((row) => (
          <PreferenceRow
            key={row.key}
            row={row}
            onChange={(next) => onChange(rows.map((each) => (each.key === row.key ? next : each)))}
            onRemove={() => onChange(rows.filter(({ key }) => key !== row.key))}
          />
        ))}
      </ul>
      <Button
        look="quiet"
        icon="plus"
        className="self-start"
        onClick={() => onChange([...rows, { key: `new ${Date.now()}`, name: '', value: '' }])}
      >
        Add a preference
      </Button>
    </fieldset>
  );
}

export function ProfileForm({ profile, onDone }: { profile: Profile; onDone: () => void }) {
  const { api, queries } = useNima();
  const [name, setName] = useState(profile.name ?? '');
  const [rows, setRows] = useState(() => rowsOf(profile.preferences));
  const [problem, setProblem] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const preferences = changeOf(profile.preferences, rows);
    try {
      queries.setQueryData(keys.profile, await api.memory.profile.update({ name: name.trim() || null, preferences }));
      onDone();
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return (
    <form onSubmit={save} className="flex flex-col gap-3">
      <label className="flex flex-col gap-1 text-small text-ink-2">
        What to call you
        <input
          // biome-ignore lint/a11y/noAutofocus: the person just asked to write here.
          autoFocus
          maxLength={100}
          value={name}
          onChange={({ target }) => setName(target.value)}
          className="field max-w-80 text-base"
        />
      </label>
      <PreferenceList rows={rows} onChange={setRows} />
      {problem && (
        <p role="alert" className="text-small text-clay">
          {problem}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Leave as it was</Button>
        <Button look="go" type="submit">
          Save
        </Button>
      </div>
    </form>
  );
}
