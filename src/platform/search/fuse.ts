/** Joins what words found and what vectors found into one score. */
import type { SparseScores } from './scratch.ts';
import type { Nearest } from './vectors.ts';

/** What a similarity of 1 adds, as a share of the best keyword score; see bench/locomo. */
const VECTOR_SHARE = 0.05;
/**
 * From this similarity on, a vector alone makes a hit. Unrelated texts stay below it: the similarity of random unit
 * vectors has a deviation of 1/√dimensions, 0.06 for 256, so that even the nearest of 100,000 reaches only 0.28.
 */
export const CLEAR_SIMILARITY = 0.42;

/** Adds similarities to keyword scores in place: to all that words found, and what only vectors found when it is clear. */
export function fuseVectors(total: SparseScores, nearest: readonly Nearest[]): void {
  let best = 0;
  for (let i = 0; i < total.count; i += 1) best = Math.max(best, total.values[total.touched[i] as number] as number);
  const worth = VECTOR_SHARE * (best || 1);
  for (const { slot, similarity } of nearest) {
    const isFound = (total.values[slot] ?? 0) > 0;
    if (similarity > 0 && (isFound || similarity >= CLEAR_SIMILARITY)) total.add(slot, worth * similarity);
  }
}
