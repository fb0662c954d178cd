/**
 * Reads a text into what the index compares: terms (stems without stop-words), how much it tells, and whether it tells
 * a time or an amount. What these weigh is decided by `keyword.ts`.
 */
import { stemmer } from '@orama/stemmers/english';
import { LEMMAS } from './lemmas.ts';
import { AMOUNT_WORDS, STOP_WORDS, TIME_WORDS, wordsOf } from './words.ts';

/** Bits that say what a text tells. */
export const TELLS_TIME = 1;
export const TELLS_AMOUNT = 2;

export interface Reading {
  /** In order, repeated as often as they occur. */
  readonly terms: readonly string[];
  /** Terms outside of questions: a text that only asks tells nothing. */
  readonly told: number;
  readonly tells: number;
}

interface Word {
  /** Empty for a stop-word. */
  readonly term: string;
  readonly tells: number;
}

/** Longer runs are keys, hashes and encoded data: nobody types them in full, so their start is enough. */
const WORD_CHARS_MAX = 40;
/** Room for the words of a large vocabulary; past it the cache starts again, so that hostile text cannot fill memory. */
const CACHED_WORDS_MAX = 100_000;
const SENTENCE_END = /(?<=[.!?])\s+/;

/** Remembers each word it has seen: stemming costs ten times a look-up. */
export class Tokenizer {
  readonly #words = new Map<string, Word>();

  read(text: string): Reading {
    const terms: string[] = [];
    let told = 0;
    let tells = 0;
    const sentences = text.includes('?') ? text.split(SENTENCE_END) : [text];
    for (const sentence of sentences) {
      const before = terms.length;
      for (const spelled of wordsOf(sentence)) {
        const word = this.#word(spelled);
        if (word.term !== '') terms.push(word.term);
        tells |= word.tells;
      }
      if (!sentence.includes('?')) told += terms.length - before;
    }
    return { terms, told, tells };
  }

  terms(text: string): readonly string[] {
    return this.read(text).terms;
  }

  #word(cutOut: string): Word {
    const known = this.#words.get(cutOut);
    if (known !== undefined) return known;
    const spelled = ownCopy(cutOut);
    const isStopWord = STOP_WORDS.has(spelled);
    const base = LEMMAS.get(spelled) ?? spelled.slice(0, WORD_CHARS_MAX);
    const word = { term: isStopWord ? '' : stemmer(base), tells: tellsOf(spelled) };
    if (this.#words.size >= CACHED_WORDS_MAX) this.#words.clear();
    this.#words.set(spelled, word);
    return word;
  }
}

/** A word cut out of a text keeps the entire text in memory; a copy does not. */
function ownCopy(word: string): string {
  return Buffer.from(word).toString();
}

function tellsOf(word: string): number {
  const isNumber = /^\d+$/.test(word);
  const isTime = TIME_WORDS.has(word) || (isNumber && /^(19|20)\d\d$/.test(word));
  return (isTime ? TELLS_TIME : 0) | (isNumber || AMOUNT_WORDS.has(word) ? TELLS_AMOUNT : 0);
}
