/** Standing instructions: what holds in every answer, added, changed, let rest, and taken out with a way back. */
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { useNima } from '../nima-context.ts';
import { keys } from '../query-keys.ts';
import { useAct } from '../use-act.ts';
import { INSTRUCTION_CHARS_MAX, InstructionRow } from './InstructionRow.tsx';

/** As many as Nima keeps. */
const LIMIT = 20;

function AddInstruction() {
  const { api } = useNima();
  const act = useAct(keys.instructions);
  const [text, setText] = useState('');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    if (await act(() => api.conversations.instructions.create({ text: text.trim() }), 'It holds from now on')) {
      setText('');
    }
  };
  return (
    <form onSubmit={add} className="flex gap-2">
      <input
        aria-label="A new standing instruction"
        placeholder="Answer in metric units"
        maxLength={INSTRUCTION_CHARS_MAX}
        value={text}
        onChange={({ target }) => setText(target.value)}
        className="field min-h-11 min-w-0 flex-1"
      />
      <Button look="go" type="submit" disabled={!text.trim()} className="min-h-11">
        Add
      </Button>
    </form>
  );
}

export function Instructions() {
  const { api } = useNima();
  const { data, error, refetch } = useQuery({
    queryKey: keys.instructions,
    queryFn: () => api.conversations.instructions.list({ limit: LIMIT }),
  });
  return (
    <div className="flex flex-col gap-4">
      <p className="text-small text-ink-2">What should hold in every answer, however long a talk grows.</p>
      <AddInstruction />
      {error && !data && <Failed text="The list did not come." error={error} onRetry={() => refetch()} />}
      {!data && !error && <Waiting text="Opening the list" />}
      {data?.instructions.length === 0 && <p className="text-small text-ink-2">None yet.</p>}
      <ul aria-label="Standing instructions">
        {data?.instructions.map((instruction) => (
          <InstructionRow key={instruction.id} instruction={instruction} />
        ))}
      </ul>
    </div>
  );
}
