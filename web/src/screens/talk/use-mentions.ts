/** Packs and connected tools that an `@` may name; asked for once somebody types one. */
import { useQuery } from '@tanstack/react-query';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';

export interface Mention {
  readonly name: string;
  readonly meaning: string;
}

const SHOWN_MAX = 7;

export function useMentions(typed: string | null): readonly Mention[] {
  const { api } = useNima();
  const enabled = typed !== null;
  const packs = useQuery({ queryKey: keys.packsFound(''), queryFn: () => api.knowledge.packs.list({}), enabled });
  const servers = useQuery({ queryKey: keys.toolServers, queryFn: () => api.tools.servers.list({}), enabled });
  if (typed === null) return [];
  const all = [
    ...(packs.data?.packs ?? []).map(({ id, name }) => ({ name: id, meaning: `${name}, a knowledge pack` })),
    ...(servers.data?.servers ?? []).map(({ name, tools }) => ({ name, meaning: `connected, ${tools} tools` })),
  ];
  return all.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase())).slice(0, SHOWN_MAX);
}
