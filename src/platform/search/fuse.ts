/** Joins what words found and what vectors found into one score. */
import type { SparseScores } from './scratch.ts';
import type { Nearest } from './vectors.ts';

/** How much vectors say. */
export interface VectorWeight {
  /** What a similarity of 1 adds to a score, as a share of the best keyword score. */
  readonly share: number;
  /** From this similarity on, a vector alone makes a hit. */
  readonly clear: number;
}

/**
 * Hashed vectors. On bench/locomo they add nothing beyond this share and cost recall from 0.2 on. Unrelated texts stay
 * below what is clear: the similarity of random unit vectors has a deviation of 1/√dimensions, 0.06 for 256, so that even
 * the nearest of 100,000 reaches only 0.28.
 */
export const SPELLING: VectorWeight = { share: 0.05, clear: 0.42 };
/**
 * Sentence models. On bench/locomo a larger share of all-MiniLM-L6-v2 costs evidence among ten, a smaller one leaves out what
 * other words say. Of seven facts and nine questions tried by hand, those that belong together were at 0.35 and above, all
 * others at 0.22 and below.
 */
export const MEANING: VectorWeight = { share: 0.5, clear: 0.3 };

/** Adds similarities to keyword scores in place. What only vectors found joins when it is clear. */
export function fuseVectors(total: SparseScores, nearest: readonly Nearest[], { share, clear }: VectorWeight): void {
  let best = 0;
  for (let i = 0; i < total.count; i += 1) best = Math.max(best, total.values[total.touched[i] as number] as number);
  const worth = share * (best || 1);
  for (const { slot, similarity } of nearest) {
    const isFound = (total.values[slot] ?? 0) > 0;
    if (similarity > 0 && (isFound || similarity >= clear)) total.add(slot, worth * similarity);
  }
}
