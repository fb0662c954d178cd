/** The facts that were found, or what to do when there are none. */
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { FactRow } from './FactRow.tsx';
import type { Shelf } from './fact-filter.ts';
import type { FoundFacts } from './use-facts.ts';

interface FactListProps {
  found: FoundFacts;
  shelf: Shelf;
  isFiltered: boolean;
  onClear: () => void;
  onHistory: (id: string) => void;
}

function Nothing({ shelf, isFiltered, onClear }: Pick<FactListProps, 'shelf' | 'isFiltered' | 'onClear'>) {
  if (shelf === 'past') {
    return (
      <p className="mx-auto max-w-100 py-10 text-center text-ink-2">
        Nothing is past. When you tell me something newer, what held before stands here with its time.
      </p>
    );
  }
  if (shelf === 'removed')
    return <p className="py-10 text-center text-ink-2">Nothing was forgotten in the last 30 days.</p>;
  if (isFiltered) {
    return (
      <div className="flex flex-col items-center gap-3 py-10 text-ink-2">
        Nothing remembered fits this.
        <Button onClick={onClear}>Show everything</Button>
      </div>
    );
  }
  return (
    <p className="mx-auto max-w-100 py-10 text-center text-ink-2">
      Nothing is remembered yet. Tell me something above, or talk to me; what I learn appears here, and you can change
      or forget it.
    </p>
  );
}

export function FactList({ found, shelf, isFiltered, onClear, onHistory }: FactListProps) {
  const { facts, error, refetch, hasMore, loadMore, isLoadingMore } = found;
  if (error) {
    return (
      <Notice action={<Button onClick={() => refetch()}>Try again</Button>}>
        The list did not come. {error.message}
      </Notice>
    );
  }
  if (!facts) {
    return (
      <div role="status" className="flex flex-col gap-2">
        <span className="sr-only">Opening the list</span>
        {['a', 'b', 'c', 'd'].map((row) => (
          <span key={row} className="h-17 rounded-medium bg-sunken" />
        ))}
      </div>
    );
  }
  if (facts.length === 0) return <Nothing shelf={shelf} isFiltered={isFiltered} onClear={onClear} />;
  return (
    <>
      <ul className="flex flex-col rounded-medium border border-line bg-raised">
        {facts.map((fact) => (
          <FactRow key={fact.id} fact={fact} onHistory={() => onHistory(fact.id)} />
        ))}
      </ul>
      {hasMore && (
        <Button className="self-center" disabled={isLoadingMore} onClick={() => loadMore()}>
          Show earlier ones
        </Button>
      )}
    </>
  );
}
