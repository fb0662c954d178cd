/** Erases somebody or something for good: shows how much goes, and asks for the name once more. */
import { type FormEvent, useState } from 'react';
import { NimaError } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useNima } from '../../shell/nima-context.ts';

interface Extent {
  readonly name: string;
  readonly facts: number;
}

/** Asked without its confirmation, Nima says what would go and erases nothing. */
function useErase(onDone: () => void) {
  const { api, toasts, queries } = useNima();
  const [extent, setExtent] = useState<Extent | null>(null);
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const erase = async (about: string, confirm?: string) => {
    setBusy(true);
    setProblem('');
    try {
      const { facts, turns } = await api.memory.erase({ about, ...(confirm ? { confirm } : {}) });
      toasts.say(`Erased: ${facts} facts, and the sentences of ${turns} turns`);
      await queries.invalidateQueries();
      onDone();
    } catch (error) {
      const isAsked = error instanceof NimaError && error.code === 'erase_unconfirmed' && !confirm;
      if (isAsked) setExtent({ name: String(error.details.name), facts: Number(error.details.facts) });
      else setProblem((error as Error).message.replaceAll('`', ''));
    } finally {
      setBusy(false);
    }
  };
  return { extent, problem, isBusy, erase };
}

export function Erase({ onClose }: { onClose: () => void }) {
  const [about, setAbout] = useState('');
  const [typed, setTyped] = useState('');
  const { extent, problem, isBusy, erase } = useErase(onClose);
  const isConfirmed = extent !== null && typed.trim() === extent.name.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!extent) erase(about.trim());
    else if (isConfirmed) erase(extent.name, typed.trim());
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Erase for good"
      description="Facts, and every sentence that names it, go from memory, talks and search. This cannot be taken back."
    >
      <form onSubmit={submit} className="mt-4 flex flex-col gap-3">
        {!extent && (
          <label className="flex flex-col gap-1 text-small text-ink-2">
            A person or thing, as it is written
            <input
              value={about}
              maxLength={200}
              onChange={({ target }) => setAbout(target.value)}
              className="field min-h-11 text-base"
            />
          </label>
        )}
        {extent && (
          <label className="flex flex-col gap-1 text-small text-ink-2">
            <span>
              {extent.facts === 1 ? '1 fact' : `${extent.facts} facts`} and every sentence with “{extent.name}” would
              go. Type the name to erase it.
            </span>
            <input
              autoFocus
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              className="field min-h-11 text-base"
            />
          </label>
        )}
        <p role="alert" className="text-small text-clay">
          {problem}
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Keep it</Button>
          <Button look="destroy" type="submit" disabled={isBusy || (extent ? !isConfirmed : about.trim().length < 2)}>
            {extent ? 'Erase for good' : 'See what would go'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
