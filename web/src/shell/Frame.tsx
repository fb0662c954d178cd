/** Rail and room side by side; on a phone the rail waits behind a button. Keeps the keys that work everywhere. */
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import type { User } from '../api/nima.ts';
import { Sheet } from '../parts/Sheet.tsx';
import { useHasRail } from '../parts/use-media.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { type AccountSheet, type Frame as Doors, FrameContext } from './frame-context.ts';
import { Rail } from './Rail.tsx';

const loadPalette = () => import('./Palette.tsx').then(({ Palette: component }) => ({ default: component }));
const Palette = lazy(loadPalette);
const Help = lazy(() => import('./Help.tsx').then(({ Help: component }) => ({ default: component })));

const Sheets = lazy(() => import('./account/Sheets.tsx').then(({ Sheets: component }) => ({ default: component })));

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

type Open = 'nothing' | 'rail' | 'palette' | 'help';

/** Fetched once the page rests, so that the first letters after Ctrl K already find their field. */
const PALETTE_AFTER_MS = 1500;

function useKeys(setOpen: (open: Open) => void): void {
  useEffect(() => {
    const timer = setTimeout(loadPalette, PALETTE_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen('palette');
      } else if (event.key === '?' && !isTyping(event.target) && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        setOpen('help');
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [setOpen]);
}

export function Frame({ user, children }: { user: User; children: ReactNode }) {
  const [open, setOpen] = useState<Open>('nothing');
  const [sheet, setSheet] = useState<AccountSheet | null>(null);
  const hasRail = useHasRail();
  const { key } = useLocation();
  useKeys(setOpen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever goes somewhere is done with the rail.
  useEffect(() => setOpen((now) => (now === 'rail' ? 'nothing' : now)), [key]);
  const close = () => setOpen('nothing');
  const doors: Doors = {
    openRail: () => setOpen('rail'),
    openPalette: () => setOpen('palette'),
    openHelp: () => setOpen('help'),
    openSheet: (next) => {
      close();
      setSheet(next);
    },
  };
  return (
    <FrameContext value={doors}>
      <div className="flex h-dvh overflow-hidden">
        {hasRail ? (
          <div className="w-58 shrink-0 border-r border-line bg-sunken">
            <Rail user={user} />
          </div>
        ) : (
          <Sheet isOpen={open === 'rail'} onClose={close} side="left" title="Rooms and conversations" isTitleHidden>
            <Rail user={user} />
          </Sheet>
        )}
        <div className="flex min-w-0 flex-1 flex-col">
          <ConnectionBanner />
          <div className="min-h-0 flex-1">{children}</div>
        </div>
      </div>
      <Suspense fallback={null}>
        {open === 'palette' && <Palette onClose={close} openHelp={doors.openHelp} />}
        {sheet && <Sheets sheet={sheet} onClose={() => setSheet(null)} />}
        {open === 'help' && <Help onClose={close} />}
      </Suspense>
    </FrameContext>
  );
}
