/** When Nima keeps quiet: between two times of day in the owner's time zone, whatever daylight saving does to that night. Pure. */
import { daysLater, instantOf, wallTime } from '../../kernel/wall-time.ts';
import { minutesOf } from './preferences/clock-time.ts';
import type { Preferences } from './preferences/preferences.ts';

type Quiet = Pick<Preferences, 'time_zone' | 'quiet_from' | 'quiet_to'>;

/** When the quiet hours around `now` end, in milliseconds UTC; null when it is not quiet. */
export function nextQuietEnd(now: number, { time_zone, quiet_from, quiet_to }: Quiet): number | null {
  if (quiet_from === null || quiet_to === null || quiet_from === quiet_to) return null;
  const { date, minutes } = wallTime(now, time_zone);
  const [from, to] = [minutesOf(quiet_from), minutesOf(quiet_to)];
  const isOverMidnight = from > to;
  const isQuiet = isOverMidnight ? minutes >= from || minutes < to : minutes >= from && minutes < to;
  if (!isQuiet) return null;
  const endsTomorrow = isOverMidnight && minutes >= from;
  return instantOf({ date: endsTomorrow ? daysLater(date, 1) : date, minutes: to }, time_zone);
}

/** The first instant of the owner's day that `now` falls into. */
export function startOfDay(now: number, zone: string): number {
  return instantOf({ date: wallTime(now, zone).date, minutes: 0 }, zone);
}
