/** Every fact and rule of a pack: by topic, by words, or only those that are due for a check. */
import { useState } from 'react';
import type { PackEntry, PackInFull } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { SearchField } from '../../parts/SearchField.tsx';
import { useDebounced } from '../../parts/use-debounced.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { Entry } from './Entry.tsx';
import { useEntries, usePackCounts } from './use-packs.ts';

/** Stands among the topics; no topic has a blank in its id. */
const DUE = 'due for a check';

interface Wanted {
  readonly topic: string;
  readonly words: string;
}

interface EntryFiltersProps {
  topics: PackInFull['topics'];
  due: number;
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
}

function EntryFilters({ topics, due, wanted, onChange }: EntryFiltersProps) {
  const { topic, words } = wanted;
  return (
    <div className="flex flex-wrap gap-3">
      <SearchField
        label="Search this pack"
        value={words}
        onChange={(typed) => onChange({ topic: '', words: typed })}
        className="flex-1 basis-56"
      />
      <select
        aria-label="Topic"
        value={topic}
        onChange={({ target }) => onChange({ topic: target.value, words: '' })}
        className="field min-h-11 flex-1 basis-40"
      >
        <option value="">Every topic</option>
        {due > 0 && <option value={DUE}>Due for a check · {due}</option>}
        {topics.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function EntryList({ entries }: { entries: readonly PackEntry[] }) {
  if (entries.length === 0) return <p className="py-8 text-center text-ink-2">Nothing in this pack fits this.</p>;
  return (
    <ul aria-label="Entries" className="flex flex-col rounded-medium border border-line bg-raised">
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ul>
  );
}

function FoundEntries({ id, topic, query }: { id: string; topic: string; query: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useEntries(id, { topic, query });
  if (error && !data) return <Failed text="The entries did not come." error={error} onRetry={refetch} />;
  if (!data) return <Waiting text="Opening the entries" />;
  return (
    <>
      <EntryList entries={data.pages.flatMap((page) => page.entries)} />
      {hasNextPage && (
        <Button className="mx-auto" disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
}

export function PackEntries({ pack: { id, topics } }: { pack: PackInFull }) {
  const [wanted, setWanted] = useState<Wanted>({ topic: '', words: '' });
  const query = useDebounced(wanted.words.trim());
  const due = usePackCounts(id)?.overdue ?? [];
  return (
    <section aria-label="Facts and rules" className="flex flex-col gap-3">
      <EntryFilters topics={topics} due={due.length} wanted={wanted} onChange={setWanted} />
      {wanted.topic === DUE ? <EntryList entries={due} /> : <FoundEntries id={id} topic={wanted.topic} query={query} />}
    </section>
  );
}
