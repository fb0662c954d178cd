/** Usage day by day, with the days on which nothing was said; and tokens in words. Pure. */
import type { Usage } from '../../api/nima.ts';

export interface DayBar {
  readonly day: string;
  /** `3 Nov` */
  readonly name: string;
  readonly tokens: number;
}

const DAY_MS = 86_400_000;

export const tokensOf = ({ input_tokens, output_tokens }: Usage['today']): number => input_tokens + output_tokens;

export function tokenWords(tokens: number): string {
  if (tokens < 10_000) return tokens.toLocaleString('en');
  if (tokens < 1_000_000) return `${Math.round(tokens / 1000)} k`;
  return `${(tokens / 1_000_000).toFixed(1)} M`;
}

const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** The last `count` days of this browser's calendar, oldest first, today last. */
export function daysBefore(now: number, count: number, byDay: Usage['by_day']): DayBar[] {
  const noon = new Date(now).setHours(12, 0, 0, 0);
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(noon - (count - 1 - index) * DAY_MS);
    const day = dayOf(date);
    const used = byDay.find((each) => each.day === day);
    const name = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
    return { day, name, tokens: used ? tokensOf(used) : 0 };
  });
}
