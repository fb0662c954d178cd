/** Turns sentences into sparse vectors: hashed words, word pairs and character 3-5-grams, weighted by rarity, unit length. */

export interface SparseVector {
  readonly indices: Uint32Array;
  readonly values: Float32Array;
}

export interface Weighed {
  readonly words: readonly string[];
  /** How much each word counts, 0 to 1; all of them fully when left out. */
  readonly shares?: readonly number[];
}

export interface VectorizerOptions {
  /** A power of two; hashing more features into fewer slots costs accuracy, more slots cost memory. */
  readonly dimensions: number;
  readonly gramsMin: number;
  readonly gramsMax: number;
  /** How much a character n-gram counts beside a whole word. */
  readonly gramWeight: number;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** Keeps words, pairs and grams with the same letters in different slots. */
const WORD_SEED = 1;
const PAIR_SEED = 2;
const GRAM_SEED = 3;

/** FNV-1a over UTF-16 units, finished with murmur3's mixer so that low bits can be used as a slot. */
export function hash(text: string, from: number, to: number, seed: number): number {
  let h = FNV_OFFSET ^ seed;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), FNV_PRIME);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

type Counts = Map<number, { times: number; weight: number }>;

export class Vectorizer {
  readonly options: VectorizerOptions;
  /** Smoothed inverse document frequency of each slot. */
  readonly rarity: Float32Array;

  constructor(rarity: Float32Array, options: VectorizerOptions) {
    this.options = options;
    this.rarity = rarity;
  }

  /** Learns from sentences how rare each feature is. */
  static of(sentences: readonly Weighed[], options: VectorizerOptions): Vectorizer {
    const plain = new Vectorizer(new Float32Array(0), options);
    const spread = new Float32Array(options.dimensions);
    for (const sentence of sentences)
      for (const slot of plain.#count(sentence).keys()) spread[slot] = (spread[slot] ?? 0) + 1;
    const rarity = spread.map((count) => Math.log((1 + sentences.length) / (1 + count)) + 1);
    return new Vectorizer(rarity, options);
  }

  vectorize(sentence: Weighed): SparseVector {
    return this.#weigh(this.#count(sentence));
  }

  #weigh(counted: Counts): SparseVector {
    const indices = new Uint32Array(counted.size);
    const values = new Float32Array(counted.size);
    let norm = 0;
    let at = 0;
    for (const [slot, count] of counted) {
      const value = (1 + Math.log(count.times)) * count.weight * (this.rarity[slot] ?? 1);
      indices[at] = slot;
      values[at++] = value;
      norm += value * value;
    }
    const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
    for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) * scale;
    return { indices, values };
  }

  #count({ words, shares = [] }: Weighed): Counts {
    const counted: Counts = new Map();
    const mask = this.options.dimensions - 1;
    const add = (hashed: number, weight: number) => {
      const slot = hashed & mask;
      const seen = counted.get(slot);
      if (!seen) counted.set(slot, { times: 1, weight });
      else {
        seen.times++;
        seen.weight = Math.max(seen.weight, weight);
      }
    };
    for (const [index, word] of words.entries()) {
      const share = shares[index] ?? 1;
      add(hash(word, 0, word.length, WORD_SEED), share);
      const pair = `${words[index - 1] ?? '^'} ${word}`;
      add(hash(pair, 0, pair.length, PAIR_SEED), Math.min(share, shares[index - 1] ?? 1));
      this.#addGrams(` ${word} `, (hashed) => add(hashed, share * this.options.gramWeight));
    }
    return counted;
  }

  #addGrams(padded: string, add: (hashed: number) => void): void {
    const { gramsMin, gramsMax } = this.options;
    for (let length = gramsMin; length <= gramsMax; length++)
      for (let from = 0; from + length <= padded.length; from++) add(hash(padded, from, from + length, GRAM_SEED));
  }
}
