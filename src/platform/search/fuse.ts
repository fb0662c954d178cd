/** Joins what words found and what vectors found into one score. */
import type { SparseScores } from './scratch.ts';
import type { Nearest } from './vectors.ts';

/**
 * From this similarity on, a vector alone makes a hit. Unrelated texts stay below it: the similarity of random unit
 * vectors has a deviation of 1/√dimensions, 0.06 for 256, so that even the nearest of 100,000 reaches only 0.28.
 */
export const CLEAR_SIMILARITY = 0.42;

/**
 * Adds similarities to keyword scores in place, `share` being what a similarity of 1 adds to the best keyword score.
 * What only vectors found joins when it is clear.
 */
export function fuseVectors(total: SparseScores, nearest: readonly Nearest[], share: number): void {
  let best = 0;
  for (let i = 0; i < total.count; i += 1) best = Math.max(best, total.values[total.touched[i] as number] as number);
  const worth = share * (best || 1);
  for (const { slot, similarity } of nearest) {
    const isFound = (total.values[slot] ?? 0) > 0;
    if (similarity > 0 && (isFound || similarity >= CLEAR_SIMILARITY)) total.add(slot, worth * similarity);
  }
}
