/**
 * What an unknown word of a query may have meant: known terms one or two slips away (Damerau-Levenshtein), or terms
 * it begins. Used only for words no document has, so that it never changes what a right word finds.
 */
import type { Names } from './names.ts';

/** A guess counts for less than a word that was really typed; a longer guess or second slip for less again. */
const NEAR_WEIGHT = 0.8;
const FAR_WEIGHT = 0.5;
/** Shorter words are one slip away from too many others. */
const ONE_SLIP_CHARS_MIN = 4;
const TWO_SLIPS_CHARS_MIN = 8;
const PREFIX_CHARS_MIN = 3;
/** A part of a word that begins more terms than this says too little. */
const GUESSES_MAX = 5;

/** Known terms with their weights, best guesses only; empty when nothing is near. */
export function guessTerms(unknown: string, vocabulary: Pick<Names, 'alike'>): [term: string, weight: number][] {
  if (unknown.startsWith('@') || /^\d/.test(unknown)) return [];
  const slipsMax = unknown.length >= TWO_SLIPS_CHARS_MIN ? 2 : unknown.length >= ONE_SLIP_CHARS_MIN ? 1 : 0;
  const letters = lettersOf(unknown);
  const near: string[] = [];
  const far: string[] = [];
  // People seldom miss the first letter, and asking for it makes the search twenty times shorter.
  for (const term of vocabulary.alike(unknown)) {
    const isFar = differences(letters, lettersOf(term)) > 2 * slipsMax;
    const slips = isFar ? slipsMax + 1 : slipsBetween(unknown, term, slipsMax);
    if (slips <= 1 && slips <= slipsMax) near.push(term);
    else if (slips <= slipsMax) far.push(term);
    else if (unknown.length >= PREFIX_CHARS_MIN && term.startsWith(unknown)) far.push(term);
  }
  const [guesses, weight] = near.length > 0 ? [near, NEAR_WEIGHT] : [far, FAR_WEIGHT];
  return guesses.length > GUESSES_MAX ? [] : guesses.map((term) => [term, weight]);
}

/** A bit for each letter that occurs. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** Letters that only one of two words has. A slip makes two at most, so many of them rule out a guess before it is measured. */
function differences(a: number, b: number): number {
  let different = 0;
  for (let bits = a ^ b; bits !== 0; bits &= bits - 1) different += 1;
  return different;
}

/** Letters inserted, left out, replaced or swapped with the next; more than `max` when it is more. */
export function slipsBetween(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      const replaced = (last[j - 1] ?? 0) + (isSame ? 0 : 1);
      let slips = Math.min(replaced, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) slips = Math.min(slips, (beforeLast[j - 2] ?? 0) + 1);
      row.push(slips);
    }
    if (Math.min(...row) > max) return max + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
