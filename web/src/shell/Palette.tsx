/** Ctrl K: acts, rooms, and everything kept in them, found by typing. */
import { Dialog as Radix } from 'radix-ui';
import { type KeyboardEvent, useState } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { joinClasses } from '../parts/join-classes.ts';
import { useDebounced } from '../parts/use-debounced.ts';
import { type PaletteItem, usePaletteItems } from './use-palette-items.ts';

interface PaletteProps {
  onClose: () => void;
  openHelp: () => void;
}

const idOf = (index: number): string => `palette-${index}`;

function Items({
  items,
  current,
  run,
}: {
  items: readonly PaletteItem[];
  current: number;
  run: (item: PaletteItem) => void;
}) {
  return (
    <div id="palette-items" role="listbox" aria-label="Found" className="overflow-y-auto p-1.5">
      {items.map((item, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the search field keeps the focus and handles the keys.
        <div
          key={item.key}
          id={idOf(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === current}
          ref={index === current ? (row) => row?.scrollIntoView({ block: 'nearest' }) : undefined}
          onClick={() => run(item)}
          className={joinClasses(
            'flex min-h-10 cursor-pointer items-center gap-3 rounded-small px-3',
            index === current && 'bg-sunken',
          )}
        >
          <span className="text-ink-3">
            <Icon name={item.icon} />
          </span>
          <span className="min-w-0 flex-1 truncate">{item.name}</span>
          <span className="text-small text-ink-3">{item.kind}</span>
        </div>
      ))}
    </div>
  );
}

function Count({ count, isSearching }: { count: number; isSearching: boolean }) {
  return (
    <p role="status" className={count > 0 ? 'sr-only' : 'px-5 py-4 text-ink-3'}>
      {count > 0 ? `${count} found` : isSearching ? 'Looking' : 'Nothing fits these words.'}
    </p>
  );
}

export function Palette({ onClose, openHelp }: PaletteProps) {
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(0);
  const { items, isSearching } = usePaletteItems(words, useDebounced(words.trim()), openHelp);
  const current = Math.min(chosen, Math.max(0, items.length - 1));
  const run = (item: PaletteItem) => {
    onClose();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const item = items[current];
    if (step) setChosen((current + step + items.length) % Math.max(1, items.length));
    else if (event.key === 'Enter' && item) run(item);
    else return;
    event.preventDefault();
  };
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fades fixed inset-0 z-40 bg-veil" />
        <Radix.Content
          aria-describedby={undefined}
          className="rises fixed top-[12dvh] left-1/2 z-50 flex max-h-[64dvh] w-[min(560px,calc(100vw-24px))] -translate-x-1/2 flex-col overflow-hidden rounded-large border border-line bg-raised shadow-raised"
        >
          <Radix.Title className="sr-only">Find anything</Radix.Title>
          <input
            role="combobox"
            aria-expanded
            aria-controls="palette-items"
            {...(items.length > 0 ? { 'aria-activedescendant': idOf(current) } : {})}
            aria-label="Find anything by its words"
            placeholder="Find anything by its words"
            value={words}
            maxLength={500}
            onChange={({ target }) => {
              setWords(target.value);
              setChosen(0);
            }}
            onKeyDown={onKeyDown}
            className="h-13 shrink-0 border-b border-line bg-transparent px-5 outline-none"
          />
          <Items items={items} current={current} run={run} />
          <Count count={items.length} isSearching={isSearching} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
