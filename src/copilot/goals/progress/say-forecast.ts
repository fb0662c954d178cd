/** A goal's forecast in dates, risk and words, from where it stands. */

import { DAY_MS } from '../deadline/days.ts';
import { deadlineAt, sayDeadline } from '../deadline/deadline.ts';
import type { Standing } from '../standing.ts';
import { daysUntil, type Pace, paceOf, probabilityWithin } from './forecast.ts';
import type { ForecastView } from './forecast-schema.ts';

/** From these chances on people plan differently: leave it, look after it, change something. */
const ON_TRACK = 0.7;
const AT_RISK = 0.3;
const EARLY = 0.1;
const LATE = 0.9;

export interface Outlook {
  readonly zone: string;
  readonly now: number;
  /** Days completed goals took, the middle one. */
  readonly priorDays?: number | undefined;
}

const NOTHING: ForecastView = {
  risk: 'no_data',
  expected_at: null,
  earliest_at: null,
  latest_at: null,
  probability: null,
  rate_per_week: null,
  because: '',
};

const percent = (share: number): string => `${Math.round(share * 100)} %`;

export function forecastOf(standing: Standing, outlook: Outlook): ForecastView {
  const { goal, progress } = standing;
  if (goal.status === 'completed') return { ...NOTHING, risk: 'done', because: 'It is completed.' };
  if (goal.status === 'paused') return { ...NOTHING, risk: 'paused', because: 'It is paused.' };
  if (progress >= 1) return { ...NOTHING, risk: 'done', because: 'All evidence says it is done.' };
  const due = goal.deadline === null ? null : deadlineAt(goal.deadline, outlook.zone);
  if (due !== null && due < outlook.now) {
    const late = `The deadline was ${sayDeadline(goal.deadline ?? '', outlook.zone)}; ${percent(progress)} is done.`;
    return { ...projected(standing, outlook, null), risk: 'slipping', probability: 0, because: late };
  }
  return projected(standing, outlook, due);
}

function paceFor({ goal, contributions }: Standing, { now, priorDays }: Outlook): Pace | null {
  const days = Math.max(0, (now - goal.created_at) / DAY_MS);
  const points = contributions.map(({ at, progress }) => ({ day: (at - goal.created_at) / DAY_MS, progress }));
  return paceOf({ points, days, priorDays });
}

function projected(standing: Standing, outlook: Outlook, due: number | null): ForecastView {
  const { goal, progress } = standing;
  const pace = paceFor(standing, outlook);
  if (!pace) {
    return { ...NOTHING, because: 'Too little has happened yet: it takes three days and two pieces of evidence.' };
  }
  const rest = 1 - progress;
  const dateAfter = (probability: number): string | null => {
    const days = daysUntil(rest, pace, probability);
    return days === null ? null : new Date(outlook.now + days * DAY_MS).toISOString();
  };
  const expected_at = dateAfter(0.5);
  const probability = due === null ? null : rounded(probabilityWithin(rest, pace, (due - outlook.now) / DAY_MS));
  const rate_per_week = rounded(pace.drift * 7);
  const speed = `${percent(progress)} is done, lately ${percent(Math.max(0, rate_per_week))} a week`;
  const end = expected_at
    ? `at that pace it is done about ${sayDeadline(expected_at.slice(0, 10), outlook.zone)}`
    : 'at that pace it is not done within ten years';
  const chance =
    probability === null || goal.deadline === null
      ? ''
      : `; the chance to make ${sayDeadline(goal.deadline, outlook.zone)} is ${percent(probability)}`;
  return {
    risk: riskOf(probability),
    expected_at,
    earliest_at: dateAfter(EARLY),
    latest_at: dateAfter(LATE),
    probability,
    rate_per_week,
    because: `${speed}; ${end}${chance}.`,
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function riskOf(probability: number | null): ForecastView['risk'] {
  if (probability === null) return 'no_deadline';
  if (probability >= ON_TRACK) return 'on_track';
  return probability >= AT_RISK ? 'at_risk' : 'slipping';
}
