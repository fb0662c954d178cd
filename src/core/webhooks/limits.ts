/** What webhooks may cost at most, each number with its reason. */

/** Every event is compared with each of them. */
export const ENDPOINTS_MAX = 50;
export const RECEIVERS_MAX = 50;
/** Names and prefixes of one endpoint; more of them is `*`. */
export const EVENTS_MAX = 50;
/** With doubling waits of seconds a restart is bridged; an outage is what `webhooks.deliveries.retry` is for. */
export const ATTEMPTS_MAX = 3;
/** Deliveries given up one after the other until an endpoint is off: somebody has to look at it. */
export const FAILURES_MAX = 10;
/** Deliveries of an endpoint that wait, as while everything is stopped; what comes on top is kept as failed. */
export const WAITING_MAX = 1000;
/** What is kept of the past: a month, and of each endpoint or receiver the last thousand. */
export const KEEP_MS = 30 * 86_400_000;
export const KEPT_MAX = 1000;
/** Of an answer, for whoever looks why it failed. */
export const ANSWER_CHARS_MAX = 500;
/** Messages a receiver takes in a minute. A day's commits of a busy team come slower; a loop is stopped early. */
export const PER_MINUTE_MAX = 60;
/** How old or early a signed message may be; the specification's own. */
export const TOLERANCE_MS = 300_000;
/** A replaced secret still counts this long, so that the other side can be changed in peace. */
export const OVERLAP_MS = 86_400_000;
/** Removed ones can be brought back this long. */
export const RESTORABLE_MS = 30 * 86_400_000;
