/** Whether a text rests on what was said: the guard between a person's words and a model's ideas. Pure. */

/** Words without meaning of their own; they neither support nor refute. */
const LIGHT: ReadonlySet<string> = new Set(
  'a an and are at be been do does for from has have he her his i in is it its me my of on or our she so that the their they this to user users was we were with you your'.split(
    ' ',
  ),
);
/** A model may turn "I prefer" into "prefers"; one word in five may be its own. */
const SUPPORT_MIN = 0.8;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
/** Inflections meet on their first letters: prefer, prefers, preferred. */
const rootOf = (word: string): string => (/^\p{N}/u.test(word) ? word : word.slice(0, Math.max(4, word.length - 3)));

/** True when at least 80 % of the fact's meaningful words, and all of its numbers, stand in `said`. */
export function isSaidIn(fact: string, said: string): boolean {
  const words = wordsOf(fact).filter((word) => !LIGHT.has(word));
  if (words.length === 0) return false;
  const roots = new Set(wordsOf(said).map(rootOf));
  if (words.some((word) => /^\p{N}+$/u.test(word) && !roots.has(word))) return false;
  return words.filter((word) => roots.has(rootOf(word))).length / words.length >= SUPPORT_MIN;
}
