/**
 * A deadline as a person gives it, and the instant it means. A date alone is the whole day: its last millisecond on the
 * person's calendar. A moment without an offset is on the person's wall clock; in a doubled hour it is the later one,
 * because until then their clock still shows the time they named.
 */
import { z } from 'zod';
import { DAY_MS, daysBetween, instantOf, type Zone } from './wall-time.ts';

export const deadlineSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })], {
  error: 'Give the deadline as a date (2030-12-31) or a moment (2030-12-31T18:00).',
});

const IS_DATE = /^\d{4}-\d\d-\d\d$/;
const HAS_OFFSET = /(?:Z|[+-]\d\d:?\d\d)$/;

export function deadlineAt(deadline: string, zone: Zone): number {
  if (IS_DATE.test(deadline)) {
    return instantOf(Date.parse(`${deadline}T00:00:00Z`) + DAY_MS, zone, 'earlier') - 1;
  }
  if (HAS_OFFSET.test(deadline)) return Date.parse(deadline);
  return instantOf(Date.parse(`${deadline}Z`), zone, 'later');
}

/** "today", "tomorrow", "in 6 days", "3 days ago", counted in days of the person's calendar. */
export function daysAway(instant: number, now: number, zone: Zone): string {
  const days = daysBetween(now, instant, zone);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** "Wed 31 Dec 2025" for a day, with the time of day where the deadline names one. */
export function sayDeadline(deadline: string, zone: Zone): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone.name,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(IS_DATE.test(deadline) ? {} : { hour: '2-digit', minute: '2-digit' }),
  });
  return format.format(deadlineAt(deadline, zone)).replaceAll(',', '');
}
