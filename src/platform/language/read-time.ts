/** Reads words that are nothing but a time: `every Monday at 9`, `tomorrow at 9`, `in 20 minutes`. */
import type { TimeReading } from '../../kernel/ports.ts';
import { matchRecurrence } from './recurrence.ts';
import { matchTimeOfDay } from './time-of-day.ts';
import { type Token, tokenize } from './tokens.ts';
import { type Clock, matchMoment } from './when.ts';

/** `at 9 every Monday` → `every Monday at 9`, which is how recurrences are matched. */
function timeLast(tokens: readonly Token[]): readonly Token[] {
  const time = matchTimeOfDay(tokens, 0);
  return time ? [...tokens.slice(time.to), ...tokens.slice(0, time.to)] : tokens;
}

export function readTime(words: string, clock: Clock): TimeReading | null {
  const tokens = tokenize(words.trim().replace(/[.!?]+$/, ''));
  if (tokens.length === 0) return null;
  for (const order of [tokens, timeLast(tokens)]) {
    const recurrence = matchRecurrence(order, 0, clock);
    if (recurrence?.to === tokens.length) return { kind: 'recurring', cron: recurrence.cron };
  }
  const moment = matchMoment(tokens, 0, clock);
  return moment?.to === tokens.length ? { kind: 'once', at: moment.instant } : null;
}
