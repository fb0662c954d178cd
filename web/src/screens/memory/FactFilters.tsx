/** Narrows the list: by words, by kind, by where a fact came from, by trust; remembered or forgotten. */
import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { Icon } from '../../parts/Icon.tsx';
import { joinClasses } from '../../parts/join-classes.ts';
import { sourceWords, trustWords } from '../../parts/source-words.ts';
import { type FactFilter, NO_FILTER, SOURCES, TRUSTS } from './fact-filter.ts';
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
        open={filter.source !== null || filter.trust !== null || undefined}
      >
        <summary className="w-fit cursor-pointer rounded-small py-1 hover:text-ink">By source and trust</summary>
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
      </details>
    </div>
  );
}

const TAB =
  'min-h-9 rounded-small px-3.5 text-small text-ink-2 data-[state=active]:bg-raised data-[state=active]:font-strong data-[state=active]:text-ink data-[state=active]:ring-1 data-[state=active]:ring-line';

export function FactFilters({ filter, onChange }: FilterProps) {
  return (
    <section aria-label="Find facts" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Tabs.Root
          value={filter.isRemoved ? 'removed' : 'kept'}
          onValueChange={(value) => onChange({ ...NO_FILTER, isRemoved: value === 'removed' })}
        >
          <Tabs.List aria-label="Remembered or forgotten" className="flex gap-1 rounded-medium bg-sunken p-1">
            <Tabs.Trigger value="kept" className={TAB}>
              Remembered
            </Tabs.Trigger>
            <Tabs.Trigger value="removed" className={TAB}>
              Forgotten
            </Tabs.Trigger>
          </Tabs.List>
          {/* The list below belongs to both; these name it for the tabs. */}
          <Tabs.Content value="kept" className="sr-only" tabIndex={-1} forceMount />
          <Tabs.Content value="removed" className="sr-only" tabIndex={-1} forceMount />
        </Tabs.Root>
        {!filter.isRemoved && (
          <label className="relative min-w-52 flex-1">
            <span className="sr-only">Search facts</span>
            <span className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-3">
              <Icon name="search" size={16} />
            </span>
            <input
              type="search"
              value={filter.query}
              onChange={({ target }) => onChange({ ...filter, query: target.value })}
              placeholder="Search what I remember"
              maxLength={500}
              className="field min-h-11 pl-9"
            />
          </label>
        )}
      </div>
      {!filter.isRemoved && <Choices filter={filter} onChange={onChange} />}
    </section>
  );
}
