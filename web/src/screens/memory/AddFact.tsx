/** Tells Nima one thing to remember. */
import { type FormEvent, useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { useNima } from '../../shell/nima-context.ts';

const FACT_CHARS_MAX = 1000;

export function AddFact() {
  const { api, toasts, memoryChanged } = useNima();
  const [fact, setFact] = useState('');
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (!fact.trim()) return;
    setBusy(true);
    setProblem('');
    try {
      await api.memory.facts.create({ fact: fact.trim() });
      setFact('');
      toasts.say('Remembered');
      memoryChanged();
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={add} aria-label="Remember something">
      <div className="flex gap-2">
        <input
          aria-label="Something to remember"
          aria-describedby="add-problem"
          placeholder="Something to remember, in a sentence"
          value={fact}
          maxLength={FACT_CHARS_MAX}
          onChange={({ target }) => setFact(target.value)}
          className="field min-h-11 min-w-0 flex-1"
        />
        <Button look="go" type="submit" disabled={isBusy || !fact.trim()} className="min-h-11">
          Remember
        </Button>
      </div>
      <p id="add-problem" role="alert" className="text-small text-clay not-empty:mt-1.5">
        {problem}
      </p>
    </form>
  );
}
