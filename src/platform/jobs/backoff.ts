/** How long to wait before another try: exponential with full jitter, so that many failed jobs do not return together. */
import { RETRY_BASE_MS, RETRY_CAP_MS } from './queue.ts';

/** Uniform between 0 and min(cap, base × 2^(attempt − 1)); `random` is in [0, 1). */
export function backoffMs(attempt: number, random: () => number): number {
  return Math.floor(random() * Math.min(RETRY_CAP_MS, RETRY_BASE_MS * 2 ** (attempt - 1)));
}
