/** How long to wait before another try: exponential with full jitter, so that what failed together does not return together. */

/** First upper bound of the wait before another try; it doubles with each try. */
export const RETRY_BASE_MS = 2000;
/** Longest wait between two tries: an outage of an afternoon must not cost a day. */
export const RETRY_CAP_MS = 3_600_000;

/** Uniform between 0 and min(cap, base × 2^(attempt − 1)); `random` is in [0, 1). */
export function backoffMs(attempt: number, random: () => number): number {
  return Math.floor(random() * Math.min(RETRY_CAP_MS, RETRY_BASE_MS * 2 ** (attempt - 1)));
}
