/** Splits a sentence into words and marks that remember where they stood, so that arguments keep the person's own writing. */
import { stemmer } from '@orama/stemmers/english';

export interface Token {
  /** Lower case, typographic quotes made plain, `'s` read as `is`. */
  readonly word: string;
  /** What words of one family share: `goals` and `goal`. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

/** In order: an address, a clitic, a word with inner marks (`build-farm`, `src/app.ts`, `17:00`, `don't`), any other mark. */
const TOKEN =
  /\d{1,2}(?::\d{2})?(?=[-–]\d{1,2}:\d{2})|https?:\/\/[^\s,;)"'“”]*[^\s,;.:!?)"'“”]|['’](?:s|re|m|ll|ve|d)\b|[\p{L}\p{N}_]+(?:[-_./:@+,]?[\p{L}\p{N}_]|['’](?!(?:s|re|m|ll|ve|d)\b)\p{L})*|[^\s\p{L}\p{N}_]/gu;
const CLITICS: ReadonlyMap<string, string> = new Map([
  ["'s", 'is'],
  ["'re", 'are'],
  ["'m", 'am'],
  ["'ll", 'will'],
  ["'ve", 'have'],
  ["'d", 'would'],
]);

/** Told and ongoing acts (`removed`, `remembering`) keep their form: people command in the imperative and report in these. */
export const stemOf = (word: string): string =>
  /^[a-z]{3,}$/.test(word) && !/(ing|ed)$/.test(word) ? stemmer(word) : word;

export function tokenize(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), (match) => {
    const lower = match[0].toLowerCase().replaceAll('’', "'").replace(/[“”]/, '"');
    const word = CLITICS.get(lower) ?? lower;
    return { word, stem: stemOf(word), start: match.index, end: match.index + match[0].length };
  });
}
