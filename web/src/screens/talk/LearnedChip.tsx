/** Something just learned, with the way to take it back and to bring it again. */
import { useState } from 'react';
import type { Fact } from '../../api/nima.ts';
import { joinClasses } from '../../parts/join-classes.ts';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { shortened } from './MemoryStrip.tsx';

export function LearnedChip({ fact: { id, fact } }: { fact: Fact }) {
  const { api, queries, toasts } = useNima();
  const [isForgotten, setForgotten] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const turn = async () => {
    setBusy(true);
    try {
      await (isForgotten ? api.memory.facts.restore({ id }) : api.memory.facts.remove({ id }));
      setForgotten(!isForgotten);
      // The chip itself stays, so that it can be brought back; the other lists are asked again.
      queries.invalidateQueries({ queryKey: keys.facts });
    } catch (error) {
      toasts.say((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <span
      className={joinClasses(
        'inline-flex max-w-full items-center rounded-[99px] pl-2.5',
        isForgotten ? 'bg-sunken text-ink-2' : 'bg-moss-soft text-moss',
      )}
    >
      <span title={fact} className={joinClasses('truncate py-0.5', isForgotten && 'line-through')}>
        {shortened(fact)}
      </span>
      <button
        type="button"
        disabled={isBusy}
        onClick={turn}
        aria-label={isForgotten ? `Restore: ${fact}` : `Undo, forget: ${fact}`}
        className="rounded-[99px] py-0.5 pr-2.5 pl-2 font-strong underline-offset-2 hover:underline pointer-coarse:min-h-8"
      >
        {isForgotten ? 'Restore' : 'Undo'}
      </button>
    </span>
  );
}
