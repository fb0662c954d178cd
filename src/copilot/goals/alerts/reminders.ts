/**
 * When a deadline is to be spoken of: a week, two days and a day before, on the owner's calendar; in proportion for goals
 * shorter than two weeks; and once it is over. What would fall into quiet hours is told before them, and a deadline inside
 * quiet hours has a last call before they begin. Pure.
 */
import { daysLater, instantOf, wallTime } from '../../../kernel/wall-time.ts';
import { DAY_MS, plusDays } from '../deadline/days.ts';

export interface Reminder {
  /** `7 days before`, `last call`, `overdue`. */
  readonly name: string;
  readonly at: number;
}

export interface Quiet {
  /** Minutes since midnight; null for no quiet hours. */
  readonly from: number | null;
  readonly to: number | null;
}

export interface Term {
  readonly createdAt: number;
  readonly deadlineAt: number;
  readonly zone: string;
  readonly quiet: Quiet;
}

const DAYS_BEFORE = [7, 2, 1] as const;
/** Twice the first reminder: a shorter goal would hear of its deadline as soon as it is set. */
const LONG_DAYS = 14;
const SHARES_BEFORE = [0.5, 0.2, 0.1] as const;
/** Later than this before a deadline nothing can be done about it. */
const NOTICE_MS_MIN = 3_600_000;
/** Before the quiet hours there must be time to read it, and for the check that comes every quarter of an hour. */
const LEAD_MS = 30 * 60_000;

/** When the quiet hours around an instant began; null when it is not quiet. */
export function quietSince(instant: number, zone: string, { from, to }: Quiet): number | null {
  if (from === null || to === null || from === to) return null;
  const { date, minutes } = wallTime(instant, zone);
  if (from < to) return minutes >= from && minutes < to ? instantOf({ date, minutes: from }, zone) : null;
  if (minutes >= from) return instantOf({ date, minutes: from }, zone);
  return minutes < to ? instantOf({ date: daysLater(date, -1), minutes: from }, zone) : null;
}

function beforeDeadline({ createdAt, deadlineAt, zone }: Term): Reminder[] {
  const span = deadlineAt - createdAt;
  if (span >= LONG_DAYS * DAY_MS) {
    return DAYS_BEFORE.map((days) => ({
      name: `${days} ${days === 1 ? 'day' : 'days'} before`,
      at: plusDays(deadlineAt, -days, zone),
    }));
  }
  return SHARES_BEFORE.filter((share) => share * span >= NOTICE_MS_MIN).map((share) => ({
    name: `${share * 100} % before`,
    at: deadlineAt - share * span,
  }));
}

/** In order of time; none before the goal was set. */
export function remindersOf(term: Term): Reminder[] {
  const { deadlineAt, zone, quiet, createdAt } = term;
  const told = beforeDeadline(term).map(({ name, at }) => {
    const since = quietSince(at, zone, quiet);
    return { name, at: since === null ? at : since - LEAD_MS };
  });
  const since = quietSince(deadlineAt, zone, quiet);
  const lastCall = since === null ? [] : [{ name: 'last call', at: since - LEAD_MS }];
  const overdue = { name: 'overdue', at: deadlineAt + 1 };
  return [...told, ...lastCall, overdue].filter(({ at }) => at > createdAt).sort((a, b) => a.at - b.at);
}
