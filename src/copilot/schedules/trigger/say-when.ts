/** Says a trigger as people do: `0 9 * * 1` in Europe/Lisbon is “Every Monday at 09:00, Lisbon time”. Pure. */
import { wallTime } from '../../../kernel/wall-time.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
) as readonly string[];
const NUMBER = /^\d+$/;
const NUMBERS = /^\d+(,\d+)*$/;

const two = (value: number): string => String(value).padStart(2, '0');
const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

function ordinal(day: number): string {
  const ending = day % 100 >= 11 && day % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${ending}`;
}

/** `Europe/Lisbon` → `Lisbon time`. */
export const sayZone = (zone: string): string =>
  zone === 'UTC' ? 'UTC' : `${(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')} time`;

function sayInterval(minute: string, hour: string): string | null {
  const everyMinutes = /^\*\/(\d+)$/.exec(minute)?.[1];
  if (hour === '*') {
    if (minute === '*') return 'Every minute';
    if (everyMinutes) return `Every ${everyMinutes} minutes`;
    return minute === '0' ? 'Every hour' : NUMBER.test(minute) ? `Every hour at minute ${Number(minute)}` : null;
  }
  const everyHours = /^\*\/(\d+)$/.exec(hour)?.[1];
  return everyHours && minute === '0' ? `Every ${everyHours} hours` : null;
}

const NTH: Readonly<Record<string, string>> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  5: 'fifth',
  L: 'last',
};

/** `5#L`, `1%2+0`: weekdays that cron proper does not know. */
function sayRareWeekday(field: string): string | null {
  const [, day = '', nth, every] = /^([0-7])(?:#([1-5L])|%([2-9])\+\d)$/.exec(field) ?? [];
  const name = DAYS[Number(day) % 7];
  if (day === '' || name === undefined) return null;
  if (nth) return `On the ${NTH[nth]} ${name} of every month`;
  return every === '2' ? `Every other ${name}` : `Every ${every} weeks on ${name}`;
}

function sayWeekdays(field: string): string | null {
  if (field === '1-5') return 'Every weekday';
  if (/^(0,6|6,0|6,7|6-7)$/.test(field)) return 'Every Saturday and Sunday';
  if (!NUMBERS.test(field)) return sayRareWeekday(field);
  return `Every ${listed(field.split(',').map((day) => DAYS[Number(day) % 7] ?? day))}`;
}

function sayDays(day: string, month: string, weekday: string): string | null {
  if (day === '*' && month === '*') return weekday === '*' ? 'Every day' : sayWeekdays(weekday);
  if (weekday !== '*') return null;
  if (month === '*') {
    if (day === 'L') return 'On the last day of every month';
    return NUMBERS.test(day)
      ? `On the ${listed(day.split(',').map((each) => ordinal(Number(each))))} of every month`
      : null;
  }
  return NUMBER.test(day) && NUMBER.test(month) ? `Every year on ${Number(day)} ${MONTHS[Number(month) - 1]}` : null;
}

/** Null when the line says something for which there are no short words. */
function sayLine(cron: string): string | null {
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = cron.trim().split(/\s+/);
  const interval = sayInterval(minute, hour);
  if (interval) return [day, month, weekday].every((field) => field === '*') ? interval : null;
  if (!NUMBER.test(minute) || !NUMBERS.test(hour)) return null;
  const days = sayDays(day, month, weekday);
  const times = hour.split(',').map((each) => `${two(Number(each))}:${two(Number(minute))}`);
  return days && `${days} at ${listed(times)}`;
}

export const sayCron = (cron: string, zone: string): string =>
  `${sayLine(cron) ?? `By the cron line ${cron}`}, ${sayZone(zone)}`;

/** `Tuesday 3 March 2026 at 09:00`, on the wall clock of the zone. */
export function sayTime(at: number, zone: string): string {
  const { date, minutes } = wallTime(at, zone);
  const day = new Date(`${date}T00:00:00Z`);
  const words = `${DAYS[day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
  return `${words} at ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function sayFilter(filter: Readonly<Record<string, unknown>> | null): string {
  const claims = Object.entries(filter ?? {}).map(([name, value]) => `${name} is ${String(value)}`);
  return claims.length === 0 ? '' : ` and ${claims.join(' and ')}`;
}

export interface SaidTrigger {
  readonly cron: string | null;
  readonly at: number | null;
  readonly time_zone: string;
  readonly event: string | null;
  readonly filter: Readonly<Record<string, unknown>> | null;
}

export function sayTrigger({ cron, at, time_zone, event, filter }: SaidTrigger): string {
  if (cron !== null) return sayCron(cron, time_zone);
  if (at !== null) return `Once, on ${sayTime(at, time_zone)}, ${sayZone(time_zone)}`;
  return event === null ? 'When you run it' : `When ${event} happens${sayFilter(filter)}`;
}
