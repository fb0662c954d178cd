/**
 * What a clock on the wall shows in a time zone, and when it will show something: the arithmetic that quiet hours,
 * deadlines and briefs share. Daylight saving is the zone's own, from `Intl`; cron lines are `platform/jobs`'s.
 */

/** A moment as people of a time zone read it. */
export interface WallTime {
  /** `2026-03-29`. */
  readonly date: string;
  /** Minutes since midnight, 0 to 1439. */
  readonly minutes: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
export const DAY_MINUTES = 1440;

/** True for a name of the IANA database (`Europe/Lisbon`), and for UTC. */
export function isTimeZone(zone: string): boolean {
  // `Intl` also takes bare offsets (+02:00); those know no daylight saving, so nobody lives in one.
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The time zone this machine is set to. */
export const machineTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** How far the wall clock is ahead of UTC at this instant. */
function offsetMs(instant: number, zone: string): number {
  // By name, UTC would load the time zones of the world.
  if (zone === 'UTC') return 0;
  const shown = new Date(instant).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T');
  return Date.parse(`${shown}Z`) - Math.floor(instant / 1000) * 1000;
}

/** What the wall clock shows at `instant` (milliseconds UTC). */
export function wallTime(instant: number, zone: string): WallTime {
  const wall = new Date(instant + offsetMs(instant, zone));
  return { date: wall.toISOString().slice(0, 10), minutes: wall.getUTCHours() * 60 + wall.getUTCMinutes() };
}

/**
 * When the wall clock shows `date` and `minutes`, in milliseconds UTC. A time that is shown twice is its first showing; a
 * time that is skipped is the moment the clock jumps over it. Minutes past 1439 run into the days after.
 */
export function instantOf({ date, minutes }: WallTime, zone: string): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE_MS;
  // The offsets in force around it; the earlier instant is the first of two showings.
  const offsets = [offsetMs(wall - DAY_MS, zone), offsetMs(wall + DAY_MS, zone)];
  const showings = offsets.map((offset) => wall - offset).filter((at) => at + offsetMs(at, zone) === wall);
  if (showings.length > 0) return Math.min(...showings);
  return jumpBetween(wall - Math.max(...offsets), wall - Math.min(...offsets), zone);
}

/** The instant between two at which the zone's offset changes, by halving. */
function jumpBetween(before: number, after: number, zone: string): number {
  const early = offsetMs(before, zone);
  let [low, high] = [before, after];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (offsetMs(middle, zone) === early) low = middle;
    else high = middle;
  }
  return high;
}

/** The same time of day on a day `days` later or, below zero, earlier. */
export function daysLater(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Number of the week a day is in, Monday to Sunday, counted from that of 1 January 1970. */
export function weekOf(date: string): number {
  // 1970 began on a Thursday.
  return Math.floor((Date.parse(`${date}T00:00:00Z`) / DAY_MS + 3) / 7);
}
