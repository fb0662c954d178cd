/** What the palette offers for the words typed so far: acts at once, and what Nima finds once it has looked. */
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { holds } from '../parts/holds.ts';
import type { IconName } from '../parts/Icon.tsx';
import { useNima } from './nima-context.ts';
import { PALETTE_SOURCES } from './palette-sources.ts';
import { ROOMS } from './rooms.tsx';
import { setTheme } from './theme.ts';
import { useSignOut } from './use-sign-out.ts';

export interface PaletteItem {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly icon: IconName;
  readonly run: () => void;
}

function useActs(openHelp: () => void): PaletteItem[] {
  const navigate = useNavigate();
  const signOut = useSignOut();
  const act = (name: string, icon: IconName, run: () => void): PaletteItem => ({
    key: name,
    name,
    kind: '',
    icon,
    run,
  });
  return [
    act('New conversation', 'plus', () => navigate('/talk')),
    ...ROOMS.map(({ to, name, icon }) => act(`Go to ${name}`, icon, () => navigate(to))),
    act('Theme: light', 'edit', () => setTheme('light')),
    act('Theme: dark', 'edit', () => setTheme('dark')),
    act('Theme: as this machine is set', 'edit', () => setTheme('system')),
    act('Show the keys', 'keyboard', openHelp),
    act('Sign out', 'left', signOut),
  ];
}

/** Each kind is asked by itself: what is found first is shown first, and what fails keeps nothing back. */
function useFound(query: string): { found: PaletteItem[]; isSearching: boolean } {
  const { api } = useNima();
  const navigate = useNavigate();
  const enabled = query.length > 1;
  const answers = useQueries({
    queries: PALETTE_SOURCES.map(({ key, find }) => ({
      queryKey: [...key, 'palette', query],
      queryFn: () => find(api, query),
      enabled,
      placeholderData: keepPreviousData,
    })),
  });
  if (!enabled) return { found: [], isSearching: false };
  const found = PALETTE_SOURCES.flatMap(({ kind, icon }, index) =>
    (answers[index]?.data ?? []).map(
      ({ id, name, to }): PaletteItem => ({ key: `${kind} ${id}`, name, kind, icon, run: () => navigate(to) }),
    ),
  );
  // What holds the very words stands before what only means something like them.
  const isLiteral = ({ name }: PaletteItem) => Number(holds(name, query));
  return {
    isSearching: answers.some(({ isFetching }) => isFetching),
    found: found.toSorted((a, b) => isLiteral(b) - isLiteral(a)),
  };
}

export function usePaletteItems(words: string, query: string, openHelp: () => void) {
  const acts = useActs(openHelp);
  const { found, isSearching } = useFound(query);
  const lower = words.trim().toLowerCase();
  return { items: [...acts.filter(({ name }) => name.toLowerCase().includes(lower)), ...found], isSearching };
}
