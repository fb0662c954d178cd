/**
 * The wall clock of a time zone: what it shows at an instant, and the instant at which it shows something. Pure, over
 * `Intl` and its time zone data. An hour the clocks skip or double has one defined meaning, told at `instantOf`.
 */

/** Milliseconds of what a wall clock shows, written as if it were UTC: calendar arithmetic without a zone in it. */
export type Wall = number;
export type WhenDoubled = 'earlier' | 'later';

export const DAY_MS = 86_400_000;

export interface Zone {
  readonly name: string;
  wallAt(instant: number): Wall;
}

export function zoneNamed(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  });
  return {
    name,
    wallAt(instant) {
      const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
      const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
      const wall = new Date(0);
      wall.setUTCFullYear(part('year'), part('month') - 1, part('day'));
      wall.setUTCHours(part('hour'), part('minute'), part('second'));
      const milliseconds = ((instant % 1000) + 1000) % 1000;
      return wall.getTime() + milliseconds;
    },
  };
}

/**
 * When the clock of a zone shows `wall`. Skipped in spring: as much later as the clocks jumped, so 01:30 of a skipped hour
 * is 02:30. Doubled in autumn: the one asked for.
 */
export function instantOf(wall: Wall, zone: Zone, whenDoubled: WhenDoubled): number {
  const offsetAt = (instant: number) => zone.wallAt(instant) - instant;
  // No zone changes its offset twice within two days, so the day before and the day after know both.
  const before = offsetAt(wall - DAY_MS);
  const after = offsetAt(wall + DAY_MS);
  const shown = [wall - before, wall - after].filter((instant) => zone.wallAt(instant) === wall);
  if (shown.length === 0) return wall - before;
  return whenDoubled === 'earlier' ? Math.min(...shown) : Math.max(...shown);
}

/** The same time of day some days later on the person's calendar, whatever the clocks do in between. */
export const plusDays = (instant: number, days: number, zone: Zone): number =>
  instantOf(zone.wallAt(instant) + days * DAY_MS, zone, 'earlier');

/** Whole days from one instant's date to another's, on the person's calendar. */
export function daysBetween(from: number, to: number, zone: Zone): number {
  const day = (instant: number) => Math.floor(zone.wallAt(instant) / DAY_MS);
  return day(to) - day(from);
}
