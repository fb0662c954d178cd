/** Finds the thing a person described ("forget that I prefer dark mode") among the things a list returned. */
import { isThing, labelOf } from './labels.ts';
import { hasStem, stemsOf } from './words.ts';

export interface Candidate {
  readonly id: string;
  readonly label: string;
}

export type Referral =
  | { readonly found: 'none' }
  | { readonly found: 'one'; readonly thing: Candidate }
  | { readonly found: 'several'; readonly things: readonly Candidate[] };

/** Share of the described words the best must have, and its lead on the next, before it is taken without asking. */
const CLEAR_SHARE = 0.5;
const CLEAR_LEAD = 0.2;
const CHOICES_MAX = 5;

export function refer(words: string, items: readonly unknown[]): Referral {
  const ranked = candidatesIn(items)
    .map((thing) => ({ thing, ...likeness(words, thing.label) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (!first) return { found: 'none' };
  const lead = first.score - (second?.score ?? 0);
  if (first.share >= CLEAR_SHARE && lead >= CLEAR_LEAD) return { found: 'one', thing: first.thing };
  return { found: 'several', things: ranked.slice(0, CHOICES_MAX).map(({ thing }) => thing) };
}

function candidatesIn(items: readonly unknown[]): Candidate[] {
  return items.flatMap((item) => {
    const label = labelOf(item);
    return isThing(item) && typeof item.id === 'string' && label ? [{ id: item.id, label }] : [];
  });
}

/** `share` is the part of the described words that were found; an exact description beats every other. */
function likeness(words: string, label: string): { score: number; share: number } {
  if (plain(words) === plain(label)) return { score: 2, share: 1 };
  const wanted = stemsOf(words);
  const held = stemsOf(label);
  const hits = wanted.filter((stemmed) => hasStem(held, stemmed)).length;
  if (hits === 0) return { score: 0, share: 0 };
  const share = hits / wanted.length;
  return { share, score: 0.7 * share + 0.3 * Math.min(hits / held.length, 1) };
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** "2", "the second one", "the last": the place in a numbered list, from 0; null when it names none. */
export function placeIn(said: string, count: number): number | null {
  const match =
    /^(?:yes,? )?(?:the |number |no\.? |#|option )*(?<which>\d{1,2}|first|second|third|fourth|fifth|last|one|two|three|four|five|yes|yep|yeah|that one|this one)(?:st|nd|rd|th)?(?: one)?(?:,? please)?[.!]?$/i.exec(
      said.trim(),
    );
  const which = match?.groups?.which?.toLowerCase();
  if (!which) return null;
  const place = /^\d/.test(which) ? Number(which) - 1 : (PLACES[which] ?? -1);
  const index = which === 'last' ? count - 1 : place;
  // "Yes" picks only when there is nothing to pick from.
  if (/^(?:ye|th)/.test(which) && which !== 'third' && which !== 'three' && count > 1) return null;
  return index >= 0 && index < count ? index : null;
}

const PLACES: Readonly<Record<string, number>> = {
  first: 0,
  one: 0,
  yes: 0,
  yep: 0,
  yeah: 0,
  'that one': 0,
  'this one': 0,
  second: 1,
  two: 1,
  third: 2,
  three: 2,
  fourth: 3,
  four: 3,
  fifth: 4,
  five: 4,
};
