/**
 * When a goal will be reached, from how its progress went. Pure; no dates, only days.
 *
 * Progress is cut into equal steps of time and taken as a random walk with drift: the drift is the mean of what the steps
 * added, later steps weighing more (half as much every `max(7 days, a third of the time so far)`), its variance theirs.
 * The time in which such a walk covers the rest R is inverse Gaussian with mean R/drift and shape R²/variance (Folks and
 * Chhikara, 1978). That the drift itself is only estimated is added as variance/n, n being the effective number of steps
 * (Kish). What completed goals took joins as `PRIOR_DAYS` days of that pace.
 *
 * Limits: it knows nothing of holidays, of milestones harder than the last, or of a deadline's pull; below two pieces of
 * evidence or three days it says nothing unless completed goals speak.
 */

export interface Point {
  /** Days since the goal began. */
  readonly day: number;
  /** Progress from then on, 0 to 1. */
  readonly progress: number;
}

export interface Pace {
  /** Progress a day. */
  readonly drift: number;
  /** Of one day's progress. */
  readonly variance: number;
  /** Days of evidence behind the drift, later ones counting more. */
  readonly days: number;
}

export interface History {
  readonly points: readonly Point[];
  /** Days from the beginning until now. */
  readonly days: number;
  /** Days a goal like this took, from those completed. */
  readonly priorDays?: number | undefined;
}

const STEPS = 60;
const DAYS_MIN = 3;
const POINTS_MIN = 2;
const HALF_LIFE_DAYS_MIN = 7;
const PRIOR_DAYS = 7;
/** A walk that never varied is still not certain: a fifth of the drift a day. */
const SPREAD_MIN = 0.2;
/** Beyond this a date means nothing. */
export const HORIZON_DAYS = 3650;

/** Progress on a day: the last point at or before it. Points are in order of time. */
function progressOn(points: readonly Point[], day: number): number {
  return points.findLast((point) => point.day <= day)?.progress ?? 0;
}

export function paceOf({ points, days, priorDays }: History): Pace | null {
  const isKnown = days >= DAYS_MIN && points.length >= POINTS_MIN;
  if (!isKnown && !priorDays) return null;
  const length = Math.max(days, 1e-6) / STEPS;
  const halfLife = Math.max(HALF_LIFE_DAYS_MIN, days / 3);
  const steps = Array.from({ length: STEPS }, (_, index) => {
    const end = (index + 1) * length;
    return {
      added: progressOn(points, end) - progressOn(points, end - length),
      weight: 0.5 ** ((days - end) / halfLife),
    };
  });
  const weight = steps.reduce((sum, step) => sum + step.weight, 0);
  const squares = steps.reduce((sum, step) => sum + step.weight ** 2, 0);
  const seenDays = isKnown ? ((weight * weight) / squares) * length : 0;
  const seen = steps.reduce((sum, step) => sum + step.weight * step.added, 0) / weight / length;
  const spread = steps.reduce((sum, { added, weight: w }) => sum + w * (added - seen * length) ** 2, 0);
  const prior = priorDays ? PRIOR_DAYS : 0;
  const drift = (seen * seenDays + (priorDays ? prior / priorDays : 0)) / (seenDays + prior);
  const variance = Math.max(isKnown ? spread / weight / length : 0, (SPREAD_MIN * drift) ** 2);
  return { drift, variance, days: seenDays + prior };
}

/** Probability that the rest is done within some days; never falls as days grow. */
export function probabilityWithin(rest: number, pace: Pace, days: number): number {
  if (rest <= 0) return 1;
  if (days <= 0) return 0;
  return DRIFTS.reduce((sum, { at, weight }) => {
    const drift = pace.drift + at * Math.sqrt(pace.variance / pace.days);
    return sum + weight * firstPassage(rest, { drift, variance: pace.variance }, days);
  }, 0);
}

/** Days until the rest is done with this probability; null beyond the horizon. */
export function daysUntil(rest: number, pace: Pace, probability: number): number | null {
  if (rest <= 0) return 0;
  if (probabilityWithin(rest, pace, HORIZON_DAYS) < probability) return null;
  let low = 0;
  let high = HORIZON_DAYS;
  for (let round = 0; round < 50; round += 1) {
    const middle = (low + high) / 2;
    if (probabilityWithin(rest, pace, middle) < probability) low = middle;
    else high = middle;
  }
  return high;
}

/** The normal distribution at five points (Gauss–Hermite), enough for what is smooth. */
const DRIFTS = [
  { at: -2.85697, weight: 0.011257 },
  { at: -1.355626, weight: 0.222076 },
  { at: 0, weight: 0.533334 },
  { at: 1.355626, weight: 0.222076 },
  { at: 2.85697, weight: 0.011257 },
] as const;

/** P(T ≤ t) of a walk that starts at 0 and first reaches `rest`; also for drifts of zero and below. */
function firstPassage(rest: number, { drift, variance }: Omit<Pace, 'days'>, days: number): number {
  const deviation = Math.sqrt(variance * days);
  if (deviation === 0) return drift * days >= rest ? 1 : 0;
  const direct = normal((drift * days - rest) / deviation);
  // e^(2·drift·rest/variance)·Φ(…) overflows before it matters; the two are joined as logarithms.
  const mirrored = Math.exp((2 * drift * rest) / variance + logNormal((-drift * days - rest) / deviation));
  return Math.min(1, Math.max(0, direct + mirrored));
}

/** Φ by Abramowitz and Stegun 26.2.17; its error stays below 7.5·10⁻⁸. */
function normal(x: number): number {
  if (x < 0) return 1 - normal(-x);
  const t = 1 / (1 + 0.2316419 * x);
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * poly;
}

/** log Φ; far below zero by its asymptotic series, where Φ itself is lost to rounding. */
function logNormal(x: number): number {
  if (x > -4) return Math.log(normal(x));
  const series = 1 - 1 / x ** 2 + 3 / x ** 4 - 15 / x ** 6;
  return -(x * x) / 2 - Math.log(-x) - Math.log(2 * Math.PI) / 2 + Math.log(series);
}
