/**
 * The default embedder: arithmetic on the spelling of a text, the same everywhere and for ever. It brings texts near
 * that share words, word stems or parts of words, so that search forgives typos; it knows nothing of meaning.
 */
import { stemmer } from '@orama/stemmers/english';
import type { Embedder } from '../../kernel/ports.ts';
import { quantize } from './quantize.ts';

/** Grammar says nothing of what a text is about. */
const IGNORED_WORDS: ReadonlySet<string> = new Set(
  `a about an and any are as at be been but by can could did do does for from had has have he her him his how i if in
  is it its me my no not of on or our she should so some that the their them then there they this to was we were what
  when where which who why will with would you your`.split(/\s+/),
);
/** Memory for word features; past it the cache starts again. */
const CACHED_WORDS_MAX = 20_000;
/** Longer runs are keys and encoded data; a bound keeps the work for one word small. */
const WORD_CHARS_MAX = 40;
/** A word counts as itself and as its stem; its trigrams together weigh a little less than the two. */
const WORD_WEIGHT = 0.6;
const STEM_WEIGHT = 1;
const TRIGRAM_WEIGHT = 1;

export function createHashedEmbedder(dimensions: 256 | 384 = 256): Embedder {
  const embedding = new HashedEmbedding(dimensions);
  return {
    id: `hashed-v1-${dimensions}`,
    dimensions,
    isInstant: true,
    embed: async (texts) => texts.map((text) => embedding.embed(text)),
  };
}

/** Places of a feature in the vector, each with its signed weight. */
interface Features {
  readonly places: Uint16Array;
  readonly weights: Float32Array;
}

class HashedEmbedding {
  readonly #dimensions: number;
  readonly #features = new Map<string, Features>();

  constructor(dimensions: number) {
    this.#dimensions = dimensions;
  }

  /** All zero, similar to nothing, when the text has no word that counts. */
  embed(text: string): Int8Array {
    const vector = new Float32Array(this.#dimensions);
    for (const [word, count] of countWords(text)) {
      const { places, weights } = this.#featuresOf(word);
      const emphasis = 1 + Math.log(count);
      for (let i = 0; i < places.length; i += 1) {
        const place = places[i] as number;
        vector[place] = (vector[place] as number) + emphasis * (weights[i] as number);
      }
    }
    return quantize(vector);
  }

  #featuresOf(word: string): Features {
    const known = this.#features.get(word);
    if (known !== undefined) return known;
    const features = hashWord(word, this.#dimensions);
    if (this.#features.size >= CACHED_WORDS_MAX) this.#features.clear();
    this.#features.set(word, features);
    return features;
  }
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const words =
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const word of words) {
    if (!IGNORED_WORDS.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function hashWord(whole: string, dimensions: number): Features {
  const word = whole.slice(0, WORD_CHARS_MAX);
  const marked = `<${word}>`;
  const trigrams = Array.from({ length: marked.length - 2 }, (_, at) => marked.slice(at, at + 3));
  const trigramWeight = TRIGRAM_WEIGHT / Math.sqrt(trigrams.length);
  const features: [string, number][] = [
    [`word ${word}`, WORD_WEIGHT],
    [`stem ${stemmer(word)}`, STEM_WEIGHT],
    ...trigrams.map((trigram): [string, number] => [trigram, trigramWeight]),
  ];
  const hashes = features.map(([feature]) => hash(feature));
  return {
    places: Uint16Array.from(hashes, (value) => (value >>> 1) % dimensions),
    weights: Float32Array.from(features, ([, weight], at) => ((hashes[at] as number) & 1 ? weight : -weight)),
  };
}

/** 32-bit FNV-1a with the finisher of MurmurHash3, so that place and sign do not depend on each other. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
