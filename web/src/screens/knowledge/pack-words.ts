/** Knowledge packs in words. */
import type { Pack, PackEntry, PackUpdate } from '../../api/nima.ts';

export type PackState = Pack['state'];

export const STATES: readonly { readonly value: PackState; readonly name: string }[] = [
  { value: 'by_topic', name: 'By topic' },
  { value: 'always', name: 'Always' },
  { value: 'off', name: 'Off' },
];

export const STATE_WORDS: Readonly<Record<PackState, string>> = {
  by_topic: 'consulted for questions on its topics',
  always: 'consulted for every question',
  off: 'not consulted',
};

export const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

export const trustWords = ({ trust }: Pick<Pack, 'trust'>): string =>
  trust === 'shipped' ? 'comes with Nima' : 'installed by you';

/** `sha256-ab12…`: enough to compare by eye. */
export const shortHash = (hash: string): string => (hash.length > 20 ? `${hash.slice(0, 19)}…` : hash);

/** The web address an entry rests on; null where it has none, or one that leads elsewhere. */
export function linkOf({ source }: Pick<PackEntry, 'source'>): string | null {
  const url = source?.url;
  return url && /^https?:\/\//i.test(url) ? url : null;
}

const linesOf = ({ added, changed, removed }: PackUpdate['changes']['facts']): string[] => [
  ...added.map(({ id, text }) => `+ ${id}: ${text}`),
  ...changed.flatMap(({ id, before, after }) => [`- ${id}: ${before}`, `+ ${id}: ${after}`]),
  ...removed.map(({ id, text }) => `- ${id}: ${text}`),
];

/** What an update would change, as a diff: facts first, then rules. */
export const diffOf = ({ facts, rules }: PackUpdate['changes']): string =>
  [...linesOf(facts), ...linesOf(rules)].join('\n');

export function changeWords({ facts, rules }: PackUpdate['changes']): string {
  const sum = (key: 'added' | 'changed' | 'removed') => facts[key].length + rules[key].length;
  return `${sum('added')} new, ${sum('changed')} changed, ${sum('removed')} removed`;
}
