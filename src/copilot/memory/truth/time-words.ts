/** Reads the times people name: "2023", "March", "last year", "two weeks ago", "3 May 2024". In UTC; a time is a period. Pure. */

/** Milliseconds; `end` is the first moment after. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

const DAY_MS = 86_400_000;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ') as readonly string[];
const DAYS = 'sun mon tue wed thu fri sat'.split(' ') as readonly string[];
const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ') as readonly string[];

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const COUNT = `\\d{1,3}|a|an|a couple of|a few|${NUMBERS.join('|')}`;

/** One of the times this file reads, as part of a larger pattern. */
export const TIME_WORDS = [
  String.raw`\d{4}-\d\d-\d\d`,
  String.raw`\d{4}-\d\d`,
  String.raw`\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTH})(?:,? (?:19|20)\d\d)?`,
  String.raw`(?:${MONTH}) \d{1,2}(?:st|nd|rd|th)?(?:,? (?:19|20)\d\d)?(?!\d)`,
  String.raw`(?:(?:early|late|mid|the (?:start|end|beginning) of) )?(?:(?:${MONTH})(?:,? (?:19|20)\d\d)?|(?:19|20)\d\d)`,
  '(?:last|this|next) (?:year|month|week|spring|summer|autumn|fall|winter)',
  `(?:last |this |next )?${WEEKDAY}`,
  `(?:${COUNT}) (?:days?|weeks?|months?|years?) ago`,
  'yesterday|today|now',
].join('|');

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase());
const countOf = (word: string): number => {
  if (/^\d/.test(word)) return Number(word);
  if (/^an?$/i.test(word)) return 1;
  return /couple/i.test(word) ? 2 : /few/i.test(word) ? 3 : NUMBERS.indexOf(word.toLowerCase()) + 1;
};

const ofDay = (start: number): Period => ({ start, end: start + DAY_MS });
const ofMonth = (year: number, month: number): Period => ({
  start: Date.UTC(year, month),
  end: Date.UTC(year, month + 1),
});
const ofYear = (year: number): Period => ({ start: Date.UTC(year, 0), end: Date.UTC(year + 1, 0) });
const dayStart = (ms: number): number => Math.floor(ms / DAY_MS) * DAY_MS;

/** The period some words name, as seen at `now`; null when they name none. A month without a year is the last such month. */
export function periodOf(words: string, now: number): Period | null {
  const text = words
    .trim()
    .toLowerCase()
    .replace(/^(?:early|late|mid|the (?:start|end|beginning) of) /, '');
  return dateOf(text, now) ?? relativeOf(text, now);
}

function dateOf(text: string, now: number): Period | null {
  const iso = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text);
  if (iso) {
    const [year, month, day] = [Number(iso[1]), Number(iso[2]) - 1, iso[3]];
    return day ? ofDay(Date.UTC(year, month, Number(day))) : ofMonth(year, month);
  }
  if (/^(?:19|20)\d\d$/.test(text)) return ofYear(Number(text));
  const day = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH})(?:,? (\\d{4}))?$`).exec(text);
  const dayAfter = new RegExp(`^(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?$`).exec(text);
  if (day) return lastSuch(monthOf(day[2] ?? ''), day[3], now, Number(day[1]));
  if (dayAfter) return lastSuch(monthOf(dayAfter[1] ?? ''), dayAfter[3], now, Number(dayAfter[2]));
  const month = new RegExp(`^(${MONTH})(?:,? (\\d{4}))?$`).exec(text);
  return month ? lastSuch(monthOf(month[1] ?? ''), month[2], now) : null;
}

function lastSuch(month: number, year: string | undefined, now: number, day?: number): Period {
  const thisYear = new Date(now).getUTCFullYear();
  const of = (inYear: number) => (day ? ofDay(Date.UTC(inYear, month, day)) : ofMonth(inYear, month));
  if (year) return of(Number(year));
  return of(thisYear).start <= now ? of(thisYear) : of(thisYear - 1);
}

/** Months the seasons of the north begin in. */
const SEASONS: Readonly<Record<string, number>> = { spring: 2, summer: 5, autumn: 8, fall: 8, winter: 11 };

function relativeOf(text: string, now: number): Period | null {
  const today = dayStart(now);
  if (text === 'today' || text === 'now') return { start: now, end: now + 1 };
  if (text === 'yesterday') return ofDay(today - DAY_MS);
  const ago = new RegExp(`^(${COUNT}) (day|week|month|year)s? ago$`).exec(text);
  if (ago) return agoOf(countOf(ago[1] ?? ''), ago[2] ?? '', now);
  const near = /^(?:(last|this|next) )?(year|month|week|spring|summer|autumn|fall|winter|\w+day)$/.exec(text);
  if (!near) return null;
  const [, which = 'last', unit = ''] = near;
  const step = { last: -1, this: 0, next: 1 }[which] ?? 0;
  return nearOf(unit, step, now);
}

function agoOf(count: number, unit: string, now: number): Period {
  const at = new Date(now);
  if (unit === 'year') return ofDay(dayStart(at.setUTCFullYear(at.getUTCFullYear() - count)));
  if (unit === 'month') return ofDay(dayStart(at.setUTCMonth(at.getUTCMonth() - count)));
  return ofDay(dayStart(now) - count * (unit === 'week' ? 7 : 1) * DAY_MS);
}

function nearOf(unit: string, step: number, now: number): Period | null {
  const at = new Date(now);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  if (unit === 'year') return ofYear(year + step);
  if (unit === 'month') return ofMonth(year, month + step);
  const week = dayStart(now) - ((at.getUTCDay() + 6) % 7) * DAY_MS + step * 7 * DAY_MS;
  if (unit === 'week') return { start: week, end: week + 7 * DAY_MS };
  const season = SEASONS[unit];
  if (season !== undefined) {
    const started = season <= month ? year : year - 1;
    const first = started + (step === -1 && season <= month && month < season + 3 ? -1 : 0);
    return { start: Date.UTC(first, season), end: Date.UTC(first, season + 3) };
  }
  const day = DAYS.indexOf(unit.slice(0, 3));
  if (day === -1) return null;
  const back = (at.getUTCDay() - day + 7) % 7 || (step === 0 ? 0 : 7);
  return ofDay(dayStart(now) - back * DAY_MS);
}
