/**
 * Decides what a newly told fact means for those of the same key: it is known, it replaces them, it ends them, it is older
 * than they are, or it contests them. Only facts of one (subject, attribute) are ever weighed against each other. Pure.
 */
import { type Fact, TRUSTS } from '../facts/fact.ts';
import type { Reading } from './reading.ts';

/** A fact of the key, as the decision sees it. Times in milliseconds. */
export interface Held {
  readonly id: string;
  readonly fact: string;
  readonly attribute: string;
  readonly value: string;
  readonly trust: Fact['trust'];
  readonly state: Fact['state'];
  readonly valid_from: number | null;
  readonly valid_to: number | null;
}

export interface Told {
  readonly reading: Reading;
  readonly trust: Fact['trust'];
  /** When it was said. */
  readonly at: number;
  /** Said with a doubt: "I think …". */
  readonly isUnsure: boolean;
}

export interface Retirement {
  readonly held: Held;
  readonly valid_from: number | null;
  readonly valid_to: number;
}

export type Verdict =
  | { readonly type: 'known'; readonly held: Held; readonly from: number | null }
  /** Nothing new, and nothing of it was known. */
  | { readonly type: 'nothing' }
  | { readonly type: 'over'; readonly retired: readonly Retirement[] }
  | {
      readonly type: 'store';
      readonly state: 'current' | 'past' | 'contested';
      readonly valid_from: number | null;
      readonly valid_to: number | null;
      readonly retired: readonly Retirement[];
      readonly contested?: Held;
    };

const rankOf = (trust: Fact['trust']): number => TRUSTS.indexOf(trust);
const isSame = (a: string, b: string): boolean => a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);

/** Over from `to` on; what began after that never was. */
function retire(held: Held, to: number, from = held.valid_from): Retirement {
  return { held, valid_from: from !== null && from > to ? to : from, valid_to: to };
}

export function settle(told: Told, timeline: readonly Held[]): Verdict {
  const { reading, at } = told;
  const { claim, timing } = reading;
  if (!claim) {
    return { type: 'store', state: 'current', valid_from: timing.from ?? at, valid_to: timing.to, retired: [] };
  }
  return timing.isEnd || reading.change.type === 'end' ? ended(told, timeline) : begun(told, timeline);
}

function ended({ reading, trust, at }: Told, timeline: readonly Held[]): Verdict {
  const { claim, timing } = reading;
  const to = timing.to ?? at;
  const value = claim?.value ?? '';
  const held = timeline.filter((one) => one.state === 'current' && isSame(one.value, value));
  const mayEnd = held.filter((one) => rankOf(trust) <= rankOf(one.trust));
  if (mayEnd.length > 0) {
    return { type: 'over', retired: mayEnd.map((one) => retire(one, to, timing.from ?? one.valid_from)) };
  }
  if (held.length > 0 || timing.to === null) return { type: 'nothing' };
  const next = timeline.filter((one) => one.valid_from !== null && one.valid_from > (timing.from ?? 0));
  const end = Math.min(to, ...next.map((one) => one.valid_from ?? to));
  return { type: 'store', state: 'past', valid_from: timing.from, valid_to: end, retired: [] };
}

function begun(told: Told, timeline: readonly Held[]): Verdict {
  const { reading, trust, at, isUnsure } = told;
  const { claim, timing, isNews, onlyIfKnown } = reading;
  const current = timeline.filter(({ state }) => state === 'current');
  const known = current.find(({ value }) => value === claim?.value);
  if (known) return { type: 'known', held: known, from: timing.from };
  if (onlyIfKnown && !timeline.some(({ value }) => isSame(value, claim?.value ?? ''))) return { type: 'nothing' };
  const from = timing.from ?? (claim?.isTimeless ? null : at);
  const replaces = claim?.holds === 'one' || isNews || timing.isChange;
  const others = replaces ? current : [];
  const stored = { type: 'store', valid_from: from, valid_to: timing.to } as const;
  const stronger = others.find((one) => rankOf(trust) > rankOf(one.trust) || isUnsure);
  if (stronger) return { ...stored, state: 'contested', retired: [], contested: stronger };
  const later = others.filter(({ valid_from }) => valid_from !== null && from !== null && from < valid_from);
  if (timing.from === null && later.length > 0) {
    const valid_to = Math.min(...later.map(({ valid_from }) => valid_from ?? at));
    return { ...stored, state: 'past', valid_to, retired: [] };
  }
  const end = from ?? at;
  const overlapping = replaces
    ? timeline.filter(({ state, valid_to }) => state === 'past' && valid_to !== null && valid_to > end)
    : [];
  return { ...stored, state: 'current', retired: [...others, ...overlapping].map((one) => retire(one, end)) };
}
