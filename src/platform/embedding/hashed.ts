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
/** The trigrams of a word together outweigh the word and its stem, or a slip in a word of ten letters would hide it. */
const WORD_WEIGHT = 0.4;
const STEM_WEIGHT = 1;
const TRIGRAM_WEIGHT = 1.5;

/** A power of two, as `spread` needs; the similarity of unrelated texts is then noise of about 1/√256 = 0.06. */
const DIMENSIONS = 256;

export function createHashedEmbedder(): Embedder {
  const embedding = new HashedEmbedding();
  return {
    id: `hashed-v1-${DIMENSIONS}`,
    dimensions: DIMENSIONS,
    isInstant: true,
    knowsMeaning: false,
    embed: async (texts) => texts.map((text) => embedding.embed(text)),
  };
}

/** Places of a feature in the vector, each with its signed weight. */
interface Features {
  readonly places: Uint16Array;
  readonly weights: Float32Array;
}

class HashedEmbedding {
  readonly #features = new Map<string, Features>();

  /** All zero, similar to nothing, when the text has no word that counts. */
  embed(text: string): Int8Array {
    const vector = new Float32Array(DIMENSIONS);
    for (const [word, count] of countWords(text)) {
      const { places, weights } = this.#featuresOf(word);
      const emphasis = 1 + Math.log(count);
      for (let i = 0; i < places.length; i += 1) {
        const place = places[i] as number;
        vector[place] = (vector[place] as number) + emphasis * (weights[i] as number);
      }
    }
    spread(vector);
    return quantize(vector);
  }

  #featuresOf(word: string): Features {
    const known = this.#features.get(word);
    if (known !== undefined) return known;
    const features = hashWord(word);
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

function hashWord(whole: string): Features {
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
    places: Uint16Array.from(hashes, (value) => (value >>> 1) % DIMENSIONS),
    weights: Float32Array.from(features, ([, weight], at) => ((hashes[at] as number) & 1 ? weight : -weight)),
  };
}

/**
 * Spreads each value over all places (a fast Walsh–Hadamard transform: a rotation, up to length). A short text fills
 * few places; only when all are filled do sign bits tell how near two vectors are, which search relies on.
 */
function spread(vector: Float32Array): void {
  for (let half = 1; half < vector.length; half *= 2) {
    for (let block = 0; block < vector.length; block += 2 * half) {
      for (let at = block; at < block + half; at += 1) {
        const a = vector[at] as number;
        const b = vector[at + half] as number;
        vector[at] = a + b;
        vector[at + half] = a - b;
      }
    }
  }
}

/** 32-bit FNV-1a with the finisher of MurmurHash3, so that place and sign do not depend on each other. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
