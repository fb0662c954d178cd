/** Lengths of time: `20 minutes`, `two weeks`, `half an hour`, `1 hour and 30 minutes`, `90s`. */
import { matchNumber } from './numbers.ts';
import type { Token } from './tokens.ts';

/** Calendar units stay apart from clock units: a month is not a number of days. */
export interface Duration {
  readonly months: number;
  readonly days: number;
  readonly seconds: number;
}

export interface DurationMatch {
  readonly to: number;
  readonly duration: Duration;
}

export type DurationUnit = keyof Duration;
const UNITS: ReadonlyMap<string, readonly [DurationUnit, number]> = new Map(
  (
    [
      ['seconds', 1, 'second seconds sec secs s'],
      ['seconds', 60, 'minute minutes min mins'],
      ['seconds', 3600, 'hour hours hr hrs h'],
      ['days', 1, 'day days d'],
      ['days', 7, 'week weeks w'],
      ['months', 1, 'month months'],
      ['months', 3, 'quarter quarters'],
      ['months', 12, 'year years'],
    ] as const
  ).flatMap(([unit, count, words]) => words.split(' ').map((word) => [word, [unit, count] as const] as const)),
);
const COMPACT = /^(\d+(?:\.\d+)?)(s|sec|min|mins|h|hr|hrs|d|w)$/;
export const DAY_SECONDS = 86_400;

const of = (word: string, count: number): Duration | null => {
  const unit = UNITS.get(word);
  return unit ? { months: 0, days: 0, seconds: 0, [unit[0]]: unit[1] * count } : null;
};

function matchOne(tokens: readonly Token[], at: number): DurationMatch | null {
  const word = (index: number) => tokens[index]?.word ?? '';
  const compact = COMPACT.exec(word(at));
  if (compact?.[1] && compact[2]) {
    const duration = of(compact[2], Number(compact[1]));
    return duration && { to: at + 1, duration };
  }
  if (word(at) === 'half' && /^an?$/.test(word(at + 1))) {
    const duration = of(word(at + 2), 0.5);
    return duration && { to: at + 3, duration };
  }
  const number = /^an?$/.test(word(at)) ? { to: at + 1, value: 1 } : matchNumber(tokens, at);
  const duration = number && of(word(number.to), number.value);
  return duration && number ? { to: number.to + 1, duration } : null;
}

export function matchDuration(tokens: readonly Token[], from: number): DurationMatch | null {
  const first = matchOne(tokens, from);
  if (!first) return null;
  const second = matchOne(tokens, tokens[first.to]?.word === 'and' ? first.to + 1 : first.to);
  if (!second) return first;
  const { months, days, seconds } = second.duration;
  const sum = {
    months: first.duration.months + months,
    days: first.duration.days + days,
    seconds: first.duration.seconds + seconds,
  };
  return { to: second.to, duration: sum };
}

/** ISO 8601, as the schema library's `z.iso.duration()` takes it. */
export function isoDuration({ months, days, seconds }: Duration): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  const clock = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${rest ? `${rest}S` : ''}`;
  const date = `${months ? `${months}M` : ''}${days ? `${days}D` : ''}`;
  return clock || date ? `P${date}${clock && `T${clock}`}` : 'PT0S';
}

/** A month counts as 30 days here; only fields that hold a plain number of something need it. */
export const secondsIn = ({ months, days, seconds }: Duration): number => (months * 30 + days) * DAY_SECONDS + seconds;
