/** A fact while it is corrected; the words before stay in its history. */
import { type KeyboardEvent, useState } from 'react';
import type { Fact } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { useNima } from '../../shell/nima-context.ts';

function useCorrection(fact: Fact, onDone: () => void) {
  const { api, memoryChanged } = useNima();
  const [text, setText] = useState(fact.fact);
  const [category, setCategory] = useState(fact.category);
  const [problem, setProblem] = useState('');
  const isChanged = text.trim() !== fact.fact || category.trim() !== fact.category;
  const keep = async () => {
    if (!isChanged) return onDone();
    try {
      await api.memory.facts.update({ id: fact.id, fact: text.trim(), category: category.trim() });
      memoryChanged();
      onDone();
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return { text, setText, category, setCategory, problem, keep };
}

export function EditFact({ fact, onDone }: { fact: Fact; onDone: () => void }) {
  const { text, setText, category, setCategory, problem, keep } = useCorrection(fact, onDone);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone();
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      keep();
    }
  };
  return (
    <form
      className="flex w-full flex-col gap-2"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <textarea
        aria-label="The corrected sentence"
        // biome-ignore lint/a11y/noAutofocus: the person just asked to write here.
        autoFocus
        rows={2}
        maxLength={1000}
        value={text}
        onChange={({ target }) => setText(target.value)}
        className="field resize-y"
      />
      <div className="flex flex-wrap items-center gap-2">
        <input
          aria-label="Kind of fact"
          maxLength={60}
          value={category}
          onChange={({ target }) => setCategory(target.value)}
          className="field w-44 text-small"
        />
        <p role="alert" className="min-w-0 flex-1 text-small text-clay">
          {problem}
        </p>
        <Button onClick={onDone}>Leave as it was</Button>
        <Button look="go" type="submit" disabled={!text.trim() || !category.trim()}>
          Correct it
        </Button>
      </div>
    </form>
  );
}
