/** A number for each of many words, in a tenth of the memory of a map: words are known by their hash. */
import { hash } from './features.ts';

/** Sorted by hash; plain data, so that it can be kept in a file. */
export interface WordWeights {
  readonly hashes: Uint32Array;
  readonly weights: Float32Array;
}

const SEED = 5;
const hashOf = (word: string): number => hash(word, 0, word.length, SEED);

export function wordWeights(weights: ReadonlyMap<string, number>): WordWeights {
  const sorted = [...weights].map(([word, weight]) => [hashOf(word), weight] as const).sort(([a], [b]) => a - b);
  return {
    hashes: Uint32Array.from(sorted, ([key]) => key),
    weights: Float32Array.from(sorted, ([, weight]) => weight),
  };
}

/** 0 for a word that has none. */
export function weightOf({ hashes, weights }: WordWeights, word: string): number {
  const wanted = hashOf(word);
  let [low, high] = [0, hashes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return hashes[low] === wanted ? (weights[low] as number) : 0;
}
