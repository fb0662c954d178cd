/**
 * Turns text into the terms that are compared: lower-case English stems without stop-words. What a term weighs is
 * decided by `keyword.ts`.
 */
import { stemmer } from '@orama/stemmers/english';

/** Words that carry grammar or start a question, and are found in almost every document. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against ain all also am an and any are aren as at be because been before being below
  between both but by can cannot could couldn d did didn do does doesn doing don down during each few for from
  further had hadn has hasn have haven having he her here hers herself him himself his how i if in into is isn it its
  itself just ll m me might more most much must my myself no nor not now o of off on once only or other our ours
  ourselves out over own re s same shan she should shouldn so some such t than that the their theirs them themselves
  then there these they this those through to too under until up ve very was wasn we were weren what when where which
  while who whom whose why will with won would wouldn y you your yours yourself yourselves`.split(/\s+/),
);

const ASCII_WORD = /[a-z0-9]+/g;
const ANY_WORD = /[\p{L}\p{N}]+/gu;
const NOT_ASCII = /[^\p{ASCII}]/u;
const ACCENTS = /\p{M}+/gu;

/** Longer runs are keys, hashes and encoded data: nobody types them in full, so their start is enough. */
const WORD_CHARS_MAX = 40;
/** Room for the words of a large vocabulary; past it the cache starts again, so that hostile text cannot fill memory. */
const CACHED_WORDS_MAX = 100_000;

/** Lower-case words of a text, accents removed, in order. */
export function wordsOf(text: string): string[] {
  const lower = text.toLowerCase();
  if (!NOT_ASCII.test(lower)) return lower.match(ASCII_WORD) ?? [];
  return lower.normalize('NFKD').replace(ACCENTS, '').match(ANY_WORD) ?? [];
}

/** Remembers the stem of each word it has seen: stemming costs ten times a look-up. */
export class Tokenizer {
  readonly #stems = new Map<string, string>();

  /** Stems of a text in order, repeated as often as they occur; stop-words are left out. */
  terms(text: string): string[] {
    const terms: string[] = [];
    for (const word of wordsOf(text)) {
      const stem = this.#stem(word);
      if (stem !== '') terms.push(stem);
    }
    return terms;
  }

  #stem(word: string): string {
    const known = this.#stems.get(word);
    if (known !== undefined) return known;
    const stem = STOP_WORDS.has(word) ? '' : stemmer(word.slice(0, WORD_CHARS_MAX));
    if (this.#stems.size >= CACHED_WORDS_MAX) this.#stems.clear();
    this.#stems.set(word, stem);
    return stem;
  }
}
