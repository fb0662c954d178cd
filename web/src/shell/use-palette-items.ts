/** What the palette offers for the words typed so far: acts at once, conversations and facts once Nima has looked. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { IconName } from '../parts/Icon.tsx';
import { useNima } from './nima-context.ts';
import { keys } from './query-keys.ts';
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

const FOUND_MAX = 6;

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

function useFound(query: string): { found: PaletteItem[]; isSearching: boolean } {
  const { api } = useNima();
  const navigate = useNavigate();
  const enabled = query.length > 1;
  const options = { enabled, placeholderData: keepPreviousData };
  const talks = useQuery({
    queryKey: [...keys.conversationsFound(query), 'palette'],
    queryFn: () => api.conversations.list({ query, limit: FOUND_MAX }),
    ...options,
  });
  const facts = useQuery({
    queryKey: keys.factsFound({ query, palette: true }),
    queryFn: () => api.memory.facts.list({ query, limit: FOUND_MAX }),
    ...options,
  });
  if (!enabled) return { found: [], isSearching: false };
  return {
    isSearching: talks.isFetching || facts.isFetching,
    found: [
      ...(talks.data?.conversations ?? []).map(
        ({ id, title }): PaletteItem => ({
          key: id,
          name: title,
          kind: 'conversation',
          icon: 'talk',
          run: () => navigate(`/talk/${id}`),
        }),
      ),
      ...(facts.data?.facts ?? []).map(
        ({ id, fact }): PaletteItem => ({
          key: id,
          name: fact,
          kind: 'remembered',
          icon: 'memory',
          run: () => navigate(`/memory?fact=${id}`),
        }),
      ),
    ],
  };
}

export function usePaletteItems(words: string, query: string, openHelp: () => void) {
  const acts = useActs(openHelp);
  const { found, isSearching } = useFound(query);
  const lower = words.trim().toLowerCase();
  return { items: [...acts.filter(({ name }) => name.toLowerCase().includes(lower)), ...found], isSearching };
}
