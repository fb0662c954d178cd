/** Times that come again, as cron expressions: `every monday at 9`, `daily at 17:00`, `every other friday`, `weekdays at 8`. */
import { daysLater, wallTime, weekOf } from '../../kernel/wall-time.ts';
import { matchMonthDays } from './month-days.ts';
import { matchNumber } from './numbers.ts';
import { MORNING_MINUTES, matchTimeOfDay } from './time-of-day.ts';
import type { Token } from './tokens.ts';
import { type Clock, weekdayOf } from './when.ts';

export interface RecurrenceMatch {
  readonly to: number;
  readonly cron: string;
}

/** Day-of-month, month and day-of-week fields of the words that name a whole rhythm. */
const RHYTHMS: ReadonlyMap<string, string> = new Map([
  ['day', '* * *'],
  ['daily', '* * *'],
  ['morning', '* * *'],
  ['afternoon', '* * *'],
  ['evening', '* * *'],
  ['night', '* * *'],
  ['weekday', '* * 1-5'],
  ['weekdays', '* * 1-5'],
  ['workday', '* * 1-5'],
  ['weekend', '* * 0,6'],
  ['week', '* * 1'],
  ['weekly', '* * 1'],
  ['month', '1 * *'],
  ['monthly', '1 * *'],
]);
const STANDS_ALONE = /^(daily|weekly|monthly|hourly|weekdays)$/;

function matchInterval(tokens: readonly Token[], at: number): RecurrenceMatch | null {
  const number = matchNumber(tokens, at);
  const count = number?.value ?? 1;
  const to = (number?.to ?? at) + 1;
  const unit = tokens[to - 1]?.word ?? '';
  const step = count === 1 ? '*' : `*/${count}`;
  // A cron line starts anew with each hour and day: only even parts of them keep their rhythm.
  if (/^min(ute)?s?$/.test(unit) && 60 % count === 0) return { to, cron: `${step} * * * *` };
  if (/^(hours?|hourly)$/.test(unit) && 24 % count === 0) return { to, cron: `0 ${step} * * *` };
  return null;
}

function matchDays(tokens: readonly Token[], at: number): { to: number; days: string } | null {
  const rhythm = RHYTHMS.get(tokens[at]?.word ?? '');
  if (rhythm) return { to: at + 1, days: rhythm };
  const weekdays: number[] = [];
  let to = at;
  for (let next = at; next < tokens.length; next++) {
    const weekday = weekdayOf(tokens[next]?.word ?? '');
    if (weekday >= 0) {
      weekdays.push(weekday);
      to = next + 1;
    } else if (!/^(and|,)$/.test(tokens[next]?.word ?? '')) break;
  }
  return weekdays.length ? { to, days: `* * ${weekdays.join(',')}` } : null;
}

/** The cron line of these days at the time that follows them, or in the morning. */
function atTime(tokens: readonly Token[], { to, days }: { to: number; days: string }): RecurrenceMatch {
  const time = matchTimeOfDay(tokens, to);
  const minutes = time?.minutes ?? MORNING_MINUTES;
  return { to: Math.max(to, time?.to ?? 0), cron: `${minutes % 60} ${Math.floor(minutes / 60)} ${days}` };
}

const EVERY_OTHER: ReadonlyMap<string, number> = new Map([
  ['other', 2],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
]);
const MONDAY = 1;
/** A calendar line counts weeks by one digit. */
const WEEKS_MAX = 9;

/** `every other friday`, `every two weeks on friday`, `every fortnight`, `fortnightly`. */
function matchWeeks(tokens: readonly Token[], from: number): { to: number; weekday: number; every: number } | null {
  const word = (index: number) => tokens[index]?.word ?? '';
  const isEvery = /^(?:every|each)$/.test(word(from));
  const isFortnight = word(from) === 'fortnightly' || (isEvery && word(from + 1) === 'fortnight');
  const number = isEvery ? matchNumber(tokens, from + 1) : null;
  const every = isFortnight ? 2 : isEvery ? (EVERY_OTHER.get(word(from + 1)) ?? number?.value ?? 0) : 0;
  if (!Number.isInteger(every) || every < 2 || every > WEEKS_MAX) return null;
  const at = isFortnight ? from + (isEvery ? 2 : 1) : (number?.to ?? from + 2);
  const isWeeks = isFortnight || /^weeks?$/.test(word(at));
  if (!isWeeks) return weekdayOf(word(at)) < 0 || number ? null : { to: at + 1, weekday: weekdayOf(word(at)), every };
  const end = isFortnight ? at : at + 1;
  const weekday = word(end) === 'on' ? weekdayOf(word(end + 1)) : -1;
  return weekday < 0 ? { to: end, weekday: MONDAY, every } : { to: end + 2, weekday, every };
}

/** The first of them is the next such day. */
function everyWeeks(
  tokens: readonly Token[],
  { to, weekday, every }: { to: number; weekday: number; every: number },
  { now, timeZone }: Clock,
): RecurrenceMatch {
  const plain = atTime(tokens, { to, days: `* * ${weekday}` });
  const [minute = 0, hour = 0] = plain.cron.split(' ').map(Number);
  const { date, minutes } = wallTime(now(), timeZone);
  const ahead = (weekday - new Date(date).getUTCDay() + 7) % 7;
  const isOver = ahead === 0 && hour * 60 + minute <= minutes;
  const first = weekOf(daysLater(date, isOver ? 7 : ahead));
  return { to: plain.to, cron: `${plain.cron}%${every}+${first % every}` };
}

export function matchRecurrence(tokens: readonly Token[], from: number, clock: Clock): RecurrenceMatch | null {
  const monthDays = matchMonthDays(tokens, from);
  if (monthDays) return atTime(tokens, monthDays);
  const weeks = matchWeeks(tokens, from);
  if (weeks) return everyWeeks(tokens, weeks, clock);
  const first = tokens[from]?.word ?? '';
  const isEvery = /^(every|each)$/.test(first);
  const isPlural = weekdayOf(first) >= 0 && first.endsWith('days');
  if (!isEvery && !isPlural && !STANDS_ALONE.test(first)) return null;
  const start = isEvery ? from + 1 : from;
  const interval = matchInterval(tokens, start);
  if (interval) return interval;
  const days = matchDays(tokens, start);
  if (!days) return null;
  const part = isEvery && /^(morning|afternoon|evening|night)$/.test(tokens[start]?.word ?? '');
  const time = matchTimeOfDay(tokens, days.to) ?? (part ? matchTimeOfDay(tokens, start) : null);
  const minutes = time?.minutes ?? MORNING_MINUTES;
  return { to: Math.max(days.to, time?.to ?? 0), cron: `${minutes % 60} ${Math.floor(minutes / 60)} ${days.days}` };
}
