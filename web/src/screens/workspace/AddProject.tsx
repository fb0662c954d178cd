/** Registers a folder: the owner's word that Nima may read it. */
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../parts/Button.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';

export function AddProject({ onDone }: { onDone: () => void }) {
  const { api, queries } = useNima();
  const navigate = useNavigate();
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get('name')).trim();
    setBusy(true);
    setProblem('');
    try {
      const path = String(form.get('path')).trim();
      const project = await api.workspace.projects.create({ path, ...(name ? { name } : {}) });
      await queries.invalidateQueries({ queryKey: keys.projects });
      onDone();
      navigate(`/workspace/${project.id}`);
    } catch (error) {
      setProblem((error as Error).message.replaceAll('`', ''));
      setBusy(false);
    }
  };
  return (
    <form onSubmit={add} aria-label="Add a folder" className="mt-3 flex flex-col gap-3">
      <label className="flex flex-col gap-1 text-small">
        Folder on Nima's machine, in full
        <input
          name="path"
          required
          maxLength={4096}
          placeholder="/home/ana/code/swimTO"
          className="field min-h-11 font-mono"
        />
      </label>
      <label className="flex flex-col gap-1 text-small">
        What you call it; the folder's name when left empty
        <input name="name" maxLength={100} className="field min-h-11" />
      </label>
      <p className="text-small text-ink-3">
        Nima reads its notes, manifests and history, never its secrets. A model that is not on this machine may be sent
        what fits a question.
      </p>
      <p role="alert" className="text-small text-clay wrap-anywhere">
        {problem}
      </p>
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button look="go" type="submit" disabled={isBusy}>
          {isBusy ? 'Reading' : 'Add'}
        </Button>
      </div>
    </form>
  );
}
