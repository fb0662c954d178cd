/** Days of the month or the year that come again: `the first of the month`, `the last Friday of the month`, `every 3 March`. */
import type { Token } from './tokens.ts';
import { monthOf, weekdayOf } from './when.ts';

export interface DaysMatch {
  readonly to: number;
  /** Day-of-month, month and day-of-week fields of a cron line. */
  readonly days: string;
}

const ORDINALS: ReadonlyMap<string, string> = new Map([
  ['first', '1'],
  ['second', '2'],
  ['third', '3'],
  ['fourth', '4'],
  ['fifth', '5'],
  ['tenth', '10'],
  ['fifteenth', '15'],
  ['last', 'L'],
]);

function dayOf(word: string): string | null {
  const named = ORDINALS.get(word);
  if (named) return named;
  const digits = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1];
  return digits && Number(digits) >= 1 && Number(digits) <= 31 ? String(Number(digits)) : null;
}

const skip = (tokens: readonly Token[], at: number, words: RegExp): number =>
  words.test(tokens[at]?.word ?? '') ? at + 1 : at;

/** `[on] [the] first [day] of the|every|each month` */
function matchDayOfMonth(tokens: readonly Token[], from: number): DaysMatch | null {
  let at = skip(tokens, skip(tokens, from, /^on$/), /^the$/);
  const day = dayOf(tokens[at]?.word ?? '');
  if (!day) return null;
  at = skip(tokens, at + 1, /^day$/);
  if (tokens[at]?.word !== 'of') return null;
  if (!/^(the|every|each)$/.test(tokens[at + 1]?.word ?? '') || tokens[at + 2]?.word !== 'month') return null;
  return { to: at + 3, days: `${day} * *` };
}

/** `[on] the first Monday of the|every|each month`, `every last Friday of the month` */
function matchWeekdayOfMonth(tokens: readonly Token[], from: number): DaysMatch | null {
  const at = skip(tokens, skip(tokens, from, /^on$/), /^(?:the|every|each)$/);
  const which = ORDINALS.get(tokens[at]?.word ?? '') ?? /^(\d)(?:st|nd|rd|th)$/.exec(tokens[at]?.word ?? '')?.[1] ?? '';
  const weekday = weekdayOf(tokens[at + 1]?.word ?? '');
  if (weekday < 0 || !/^[1-5L]$/.test(which) || !/^(?:of|in)$/.test(tokens[at + 2]?.word ?? '')) return null;
  const month = skip(tokens, at + 3, /^(?:the|every|each|a)$/);
  return tokens[month]?.word === 'month' ? { to: month + 1, days: `* * ${weekday}#${which}` } : null;
}

/** `[every|each] month|monthly on the 15th` */
function matchMonthOn(tokens: readonly Token[], from: number): DaysMatch | null {
  let at = skip(tokens, from, /^(every|each)$/);
  const isMonth = tokens[at]?.word === 'monthly' || (at > from && tokens[at]?.word === 'month');
  if (!isMonth || tokens[at + 1]?.word !== 'on') return null;
  at = skip(tokens, at + 2, /^the$/);
  const day = dayOf(tokens[at]?.word ?? '');
  return day ? { to: skip(tokens, at + 1, /^day$/), days: `${day} * *` } : null;
}

/** `every 3 March`, `every year on March 3` */
function matchDayOfYear(tokens: readonly Token[], from: number): DaysMatch | null {
  if (!/^(every|each)$/.test(tokens[from]?.word ?? '')) return null;
  const hasYear = tokens[from + 1]?.word === 'year';
  const at = hasYear ? skip(tokens, skip(tokens, from + 2, /^on$/), /^the$/) : from + 1;
  const first = tokens[at]?.word ?? '';
  const gap = tokens[at + 1]?.word === 'of' ? 1 : 0;
  const second = tokens[at + 1 + gap]?.word ?? '';
  const [day, month] = monthOf(first) >= 0 ? [dayOf(second), monthOf(first)] : [dayOf(first), monthOf(second)];
  return day && month >= 0 ? { to: at + 2 + gap, days: `${day} ${month + 1} *` } : null;
}

export const matchMonthDays = (tokens: readonly Token[], from: number): DaysMatch | null =>
  matchWeekdayOfMonth(tokens, from) ??
  matchDayOfMonth(tokens, from) ??
  matchMonthOn(tokens, from) ??
  matchDayOfYear(tokens, from);
