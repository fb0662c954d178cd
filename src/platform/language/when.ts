/**
 * Points in time as people write them: `tomorrow at 9`, `monday`, `in two weeks`, `31 Dec 2025`, `since yesterday`.
 * Written here rather than taken from a date library: matching must be strict (a `second` or `march` inside a note is
 * no date), and the libraries' first parse alone costs half the start-up budget.
 */
import { type Duration, matchDuration } from './durations.ts';
import { MORNING_MINUTES, matchTimeOfDay } from './time-of-day.ts';
import type { Token } from './tokens.ts';

export interface Clock {
  readonly now: () => number;
  /** IANA name; the wall clock that words such as `tomorrow at 9` mean. */
  readonly timeZone: string;
}

export interface Instant {
  /** Milliseconds UTC. */
  readonly instant: number;
  /** `2026-03-05`, on the person's calendar. */
  readonly date: string;
}

export interface Moment extends Instant {
  readonly to: number;
  /** The last such day, where the words as well fit one that lies behind: `march 1`, `friday`. */
  readonly behind?: Instant;
}

interface Day {
  readonly to: number;
  /** Midnight of the day on the wall clock, written as if it were UTC. */
  readonly wall: number;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const WEEKDAYS: readonly string[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS: readonly string[] = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY = /^(sun|mon|tues?|wednes|wed|thu|thurs?|fri|sat|satur)(day)?s?$/;
const MONTH =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/;

/** 0 is Sunday; -1 when the word names no weekday. */
export function weekdayOf(word: string): number {
  return WEEKDAY.test(word) && !['sun', 'sat', 'suns', 'sats', 'wed', 'weds'].includes(word)
    ? WEEKDAYS.indexOf(word.slice(0, 3))
    : -1;
}
/** 0 is January; -1 when the word names no month. */
export const monthOf = (word: string): number => (MONTH.test(word) ? MONTHS.indexOf(word.slice(0, 3)) : -1);

function offsetMs(timeZone: string, instant: number): number {
  if (timeZone === 'UTC') return 0;
  const wall = new Date(instant).toLocaleString('sv-SE', { timeZone }).replace(' ', 'T');
  return Date.parse(`${wall}Z`) - Math.floor(instant / 1000) * 1000;
}
const fromWall = (wall: number, timeZone: string): number => {
  const guess = wall - offsetMs(timeZone, wall);
  return wall - offsetMs(timeZone, guess);
};
const dateOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10);

function matchCalendarDay(tokens: readonly Token[], from: number, today: number, isPast: boolean): Day | null {
  const word = (index: number) => tokens[index]?.word ?? '';
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word(from));
  if (iso) return { to: from + 1, wall: Date.parse(iso[0]) };
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(word(from));
  if (dotted) return { to: from + 1, wall: Date.UTC(Number(dotted[3]), Number(dotted[2]) - 1, Number(dotted[1])) };
  const dayAt = (index: number) => Number(/^(\d{1,2})(st|nd|rd|th)?$/.exec(word(index))?.[1] ?? 0);
  const dayFirst = dayAt(from) > 0;
  const gap = dayFirst && word(from + 1) === 'of' ? 1 : 0;
  const month = monthOf(word(dayFirst ? from + 1 + gap : from));
  const day = dayFirst ? dayAt(from) : dayAt(from + 1);
  if (month < 0 || day < 1 || day > 31) return null;
  const next = from + 2 + gap;
  const yearAt = word(next) === ',' ? next + 1 : next;
  const year = /^20\d{2}$/.test(word(yearAt)) ? Number(word(yearAt)) : 0;
  if (year) return { to: yearAt + 1, wall: Date.UTC(year, month, day) };
  const inYear = (years: number) => Date.UTC(new Date(today).getUTCFullYear() + years, month, day);
  const isOther = isPast ? inYear(0) > today : inYear(0) < today;
  const otherYear = isPast ? -1 : 1;
  return { to: next, wall: inYear(isOther ? otherYear : 0) };
}

function addMonths(wall: number, months: number): number {
  const date = new Date(wall);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, Math.min(date.getUTCDate(), lastDay));
}

function matchNamedDay(tokens: readonly Token[], from: number, today: number, isPast: boolean): Day | null {
  const word = (index: number) => tokens[index]?.word ?? '';
  const first = word(from);
  const named = { today: 0, tonight: 0, tomorrow: 1, yesterday: -1 }[first];
  if (named !== undefined) return { to: first === 'tonight' ? from : from + 1, wall: today + named * DAY_MS };
  const said = [first, word(from + 1), word(from + 2), word(from + 3)].join(' ');
  const around = /^(?:the )?day (?:(after) tomorrow|before yesterday)/.exec(said);
  if (around) return { to: from + (first === 'the' ? 4 : 3), wall: today + (around[1] ? 2 : -2) * DAY_MS };
  const end = /^end of (?:the |this )?(month|year)/.exec(said);
  if (end) {
    const date = new Date(today);
    const month = end[1] === 'year' ? 12 : date.getUTCMonth() + 1;
    return { to: from + end[0].split(' ').length, wall: Date.UTC(date.getUTCFullYear(), month, 0) };
  }
  const turn = { next: 1, last: -1, this: 0, past: -1 }[first];
  const at = turn === undefined ? from : from + 1;
  const unit = word(at);
  if (turn === 1 || turn === -1) {
    if (unit === 'week') return { to: at + 1, wall: today + turn * 7 * DAY_MS };
    if (unit === 'month') return { to: at + 1, wall: addMonths(today, turn) };
    if (unit === 'year') return { to: at + 1, wall: addMonths(today, turn * 12) };
  }
  const weekday = weekdayOf(unit);
  if (weekday < 0) return null;
  const ahead = (weekday - new Date(today).getUTCDay() + 7) % 7 || 7;
  return { to: at + 1, wall: today + (isPast || turn === -1 ? ahead - 7 : ahead) * DAY_MS };
}

function shift(instant: number, { months, days, seconds }: Duration, sign: number): number {
  const dayMs = ((instant % DAY_MS) + DAY_MS) % DAY_MS;
  return addMonths(instant - dayMs, sign * months) + dayMs + sign * (days * DAY_MS + seconds * 1000);
}

function matchRelative(
  tokens: readonly Token[],
  from: number,
): { to: number; sign: 1 | -1; duration: Duration } | null {
  const isAhead = tokens[from]?.word === 'in' || tokens[from]?.word === 'within';
  const length = matchDuration(tokens, isAhead ? from + 1 : from);
  if (!length) return null;
  if (isAhead) return { ...length, sign: 1 };
  const after = `${tokens[length.to]?.word} ${tokens[length.to + 1]?.word}`;
  if (after === 'from now') return { to: length.to + 2, sign: 1, duration: length.duration };
  if (after.startsWith('ago ')) return { to: length.to + 1, sign: -1, duration: length.duration };
  return null;
}

/** The moment so long after now, or before it. */
export function momentIn(duration: Duration, { now, timeZone }: Clock, sign: 1 | -1 = 1): Instant {
  const wall = shift(now() + offsetMs(timeZone, now()), duration, sign);
  return { instant: fromWall(wall, timeZone), date: dateOf(wall) };
}

/** The longest point in time that starts at `from`. `since` and `after` before it look back, everything else ahead. */
export function matchMoment(tokens: readonly Token[], from: number, clock: Clock): Moment | null {
  const stamp = /^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}/.test(tokens[from]?.word ?? '');
  if (stamp) {
    const instant = Date.parse((tokens[from]?.word ?? '').toUpperCase());
    if (!Number.isNaN(instant)) return { to: from + 1, instant, date: dateOf(instant) };
  }
  const now = clock.now();
  const wallNow = now + offsetMs(clock.timeZone, now);
  const relative = matchRelative(tokens, from);
  if (relative) return { to: relative.to, ...momentIn(relative.duration, clock, relative.sign) };
  const today = wallNow - (((wallNow % DAY_MS) + DAY_MS) % DAY_MS);
  const isPast = /^(since|after|from)$/.test(tokens[from - 1]?.word ?? '');
  const dayAt = (at: number, past = isPast) =>
    matchCalendarDay(tokens, at, today, past) ?? matchNamedDay(tokens, at, today, past);
  const start = tokens[from]?.word === 'on' ? from + 1 : from;
  const dayStart = tokens[start]?.word === 'the' && /^\d/.test(tokens[start + 1]?.word ?? '') ? start + 1 : start;
  const dayFirst = dayAt(dayStart);
  const time = matchTimeOfDay(tokens, dayFirst?.to ?? from);
  const afterTime = time && (tokens[time.to]?.word === 'on' ? time.to + 1 : time.to);
  const day = dayFirst ?? (afterTime === null ? null : dayAt(afterTime));
  if (!day && !time) return null;
  if (!day && time?.isVague && tokens[time.to - 1]?.word !== 'tonight') return null;
  const minutes = time?.minutes ?? MORNING_MINUTES;
  const passed = today + minutes * MINUTE_MS <= wallNow;
  const at = (midnight: number): Instant => {
    const wall = midnight + minutes * MINUTE_MS;
    return { instant: fromWall(wall, clock.timeZone), date: dateOf(wall) };
  };
  const moment = { to: Math.max(day?.to ?? 0, time?.to ?? 0), ...at(day?.wall ?? (passed ? today + DAY_MS : today)) };
  const behind = day && (dayFirst ? dayAt(dayStart, true) : dayAt(afterTime ?? from, true));
  return behind && behind.wall !== day?.wall ? { ...moment, behind: at(behind.wall) } : moment;
}
