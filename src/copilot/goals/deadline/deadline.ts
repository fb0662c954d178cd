/**
 * A deadline as a person gives it, and the instant it means. A date alone is the whole day: its last millisecond on the
 * person's calendar. A moment without an offset is on the person's wall clock: in an hour the clocks skip it is the moment
 * they jump, in an hour they double the later one, because until then the clock still shows the time that was named.
 */
import { z } from 'zod';
import { DAY_MINUTES, instantOf, wallTime } from '../../../kernel/wall-time.ts';
import { daysBetween } from './days.ts';

export const deadlineSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })], {
  error: 'Give the deadline as a date (2030-12-31) or a moment (2030-12-31T18:00).',
});

const IS_DATE = /^\d{4}-\d\d-\d\d$/;
const HAS_OFFSET = /(?:Z|[+-]\d\d:?\d\d)$/;
const MINUTE_MS = 60_000;
/** How far clocks are set back: an hour nearly everywhere, half of one on Lord Howe, two in the Antarctic. */
const SET_BACK_MINUTES = [30, 60, 120] as const;

export function deadlineAt(deadline: string, zone: string): number {
  if (IS_DATE.test(deadline)) return instantOf({ date: deadline, minutes: DAY_MINUTES }, zone) - 1;
  if (HAS_OFFSET.test(deadline)) return Date.parse(deadline);
  const date = deadline.slice(0, 10);
  const minutes = (Date.parse(`${deadline}Z`) - Date.parse(`${date}T00:00:00Z`)) / MINUTE_MS;
  const first = instantOf({ date, minutes }, zone);
  return lastShowing(first, zone);
}

/** The later of two instants at which the wall clock shows the same. */
function lastShowing(first: number, zone: string): number {
  const shown = wallTime(first, zone);
  const isSame = (instant: number) => {
    const { date, minutes } = wallTime(instant, zone);
    return date === shown.date && minutes === shown.minutes;
  };
  const later = SET_BACK_MINUTES.map((minutes) => first + minutes * MINUTE_MS).find(isSame);
  return later ?? first;
}

/** "today", "tomorrow", "in 6 days", "3 days ago", counted in days of the person's calendar. */
export function daysAway(instant: number, now: number, zone: string): string {
  const days = daysBetween(now, instant, zone);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** "Wed 31 Dec 2025" for a day, with the time of day where the deadline names one. */
export function sayDeadline(deadline: string, zone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(IS_DATE.test(deadline) ? {} : { hour: '2-digit', minute: '2-digit' }),
  });
  return format.format(deadlineAt(deadline, zone)).replaceAll(',', '');
}
