/** Narrows the list: by words, by kind, by where a fact came from, by trust, by time; what holds, held once, was forgotten. */
import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { joinClasses } from '../../parts/join-classes.ts';
import { SearchField } from '../../parts/SearchField.tsx';
import { sourceWords, trustWords } from '../../parts/source-words.ts';
import { type FactFilter, NO_FILTER, type Shelf, SOURCES, TRUSTS } from './fact-filter.ts';
import { useCategories } from './use-facts.ts';

interface FilterProps {
  filter: FactFilter;
  onChange: (filter: FactFilter) => void;
}

function Choice({ isOn, onClick, children }: { isOn: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onClick}
      className={joinClasses(
        'min-h-7 rounded-[99px] border px-3 text-small transition-colors duration-100 pointer-coarse:min-h-9',
        isOn ? 'border-moss bg-moss-soft text-moss' : 'border-line text-ink-2 hover:border-edge',
      )}
    >
      {children}
    </button>
  );
}

/** What was so on a day: facts that are past by now, and not those that came later. */
function AsOf({ filter, onChange }: FilterProps) {
  return (
    <label className="mt-2.5 flex w-fit flex-wrap items-center gap-2">
      As it was on
      <input
        type="date"
        value={filter.asOf}
        max={new Date().toISOString().slice(0, 10)}
        onChange={({ target }) => onChange({ ...filter, asOf: target.value })}
        className="field w-40 text-small"
      />
      {filter.asOf && (
        <button
          type="button"
          className="min-h-8 rounded-small px-1 underline underline-offset-4 hover:text-ink"
          onClick={() => onChange({ ...filter, asOf: '' })}
        >
          Now
        </button>
      )}
    </label>
  );
}

function Choices({ filter, onChange }: FilterProps) {
  const categories = useCategories();
  const toggle = <K extends 'category' | 'source' | 'trust'>(key: K, value: NonNullable<FactFilter[K]>) =>
    onChange({ ...filter, [key]: filter[key] === value ? null : value });
  return (
    <div className="flex flex-col gap-2">
      {categories.length > 1 && (
        <fieldset aria-label="Kind" className="flex flex-wrap gap-1.5">
          {categories.map((category) => (
            <Choice key={category} isOn={filter.category === category} onClick={() => toggle('category', category)}>
              {category}
            </Choice>
          ))}
        </fieldset>
      )}
      <details
        className="group text-small text-ink-2"
        open={filter.source !== null || filter.trust !== null || filter.asOf !== '' || undefined}
      >
        <summary className="w-fit cursor-pointer rounded-small py-1 hover:text-ink">By source, trust and time</summary>
        <fieldset aria-label="Source" className="mt-1.5 flex flex-wrap gap-1.5">
          {SOURCES.map((source) => (
            <Choice key={source} isOn={filter.source === source} onClick={() => toggle('source', source)}>
              {sourceWords(source)}
            </Choice>
          ))}
        </fieldset>
        <fieldset aria-label="Trust" className="mt-1.5 flex flex-wrap gap-1.5">
          {TRUSTS.map((trust) => (
            <Choice key={trust} isOn={filter.trust === trust} onClick={() => toggle('trust', trust)}>
              {trustWords(trust)}
            </Choice>
          ))}
        </fieldset>
        <AsOf filter={filter} onChange={onChange} />
      </details>
    </div>
  );
}

const TAB =
  'min-h-9 rounded-small px-3.5 text-small text-ink-2 data-[state=active]:bg-raised data-[state=active]:font-strong data-[state=active]:text-ink data-[state=active]:ring-1 data-[state=active]:ring-line';
const SHELVES = [
  { shelf: 'kept', name: 'Remembered' },
  { shelf: 'past', name: 'Past' },
  { shelf: 'removed', name: 'Forgotten' },
] as const satisfies readonly { shelf: Shelf; name: string }[];

export function FactFilters({ filter, onChange }: FilterProps) {
  return (
    <section aria-label="Find facts" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Tabs.Root value={filter.shelf} onValueChange={(shelf) => onChange({ ...NO_FILTER, shelf: shelf as Shelf })}>
          <Tabs.List
            aria-label="What holds, held, or was forgotten"
            className="flex gap-1 rounded-medium bg-sunken p-1"
          >
            {SHELVES.map(({ shelf, name }) => (
              <Tabs.Trigger key={shelf} value={shelf} className={TAB}>
                {name}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          {/* The list below belongs to all; these name it for the tabs. */}
          {SHELVES.map(({ shelf }) => (
            <Tabs.Content key={shelf} value={shelf} className="sr-only" tabIndex={-1} forceMount />
          ))}
        </Tabs.Root>
        {filter.shelf !== 'removed' && (
          <SearchField
            label="Search facts"
            value={filter.query}
            onChange={(query) => onChange({ ...filter, query })}
            className="min-w-52 flex-1"
          />
        )}
      </div>
      {filter.shelf === 'kept' && <Choices filter={filter} onChange={onChange} />}
    </section>
  );
}
