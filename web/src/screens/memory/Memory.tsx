/** The room of what Nima remembers: to look through, correct, decide, forget, bring back, and take along. */
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Scroll } from '../../parts/Scroll.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import { ScreenHeader } from '../../shell/ScreenHeader.tsx';
import { AddFact } from './AddFact.tsx';
import { Care } from './Care.tsx';
import { Conflicts } from './Conflicts.tsx';
import { ExportButton } from './ExportButton.tsx';
import { FactFilters } from './FactFilters.tsx';
import { FactHistory } from './FactHistory.tsx';
import { FactList } from './FactList.tsx';
import { NO_FILTER } from './fact-filter.ts';
import { ProfileCard } from './ProfileCard.tsx';
import { Quarantine } from './Quarantine.tsx';
import { useFacts } from './use-facts.ts';

export function Memory() {
  const [filter, setFilter] = useState(NO_FILTER);
  const [params, setParams] = useSearchParams();
  const found = useFacts(filter);
  const shownFact = params.get('fact');
  useEffect(() => {
    document.title = 'Memory · Nima';
  }, []);
  return (
    <main className="flex h-full flex-col">
      <ScreenHeader title={<h1 className="font-strong">Memory</h1>} />
      <Scroll aria-label="What Nima remembers" className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-190 flex-col gap-5 px-4 pt-6 pb-[calc(48px+env(safe-area-inset-bottom))] tablet:px-6">
          <ProfileCard />
          <AddFact />
          <Conflicts />
          <Quarantine />
          <FactFilters filter={filter} onChange={setFilter} />
          <div className="-mb-3 flex items-center justify-between gap-3 text-small text-ink-2">
            <p role="status">{found.summary}</p>
            <span className="flex items-center">
              <ExportButton />
              <Care />
            </span>
          </div>
          <FactList
            found={found}
            shelf={filter.shelf}
            isFiltered={filter !== NO_FILTER}
            onClear={() => setFilter(NO_FILTER)}
            onHistory={(id) => setParams({ fact: id })}
          />
        </div>
      </Scroll>
      <Sheet
        isOpen={shownFact !== null}
        onClose={() => setParams({})}
        side="right"
        title="One fact, and how it changed"
      >
        {shownFact && <FactHistory id={shownFact} />}
      </Sheet>
    </main>
  );
}
