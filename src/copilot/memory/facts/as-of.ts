/** Asking for what was so at a time: a day, a month, a year or an instant, and whether a fact held then. Pure. */
import { z } from 'zod';
import { type Period, periodOf } from '../truth/time-words.ts';
import type { Fact } from './fact.ts';

export const asOfSchema = z
  .string()
  .regex(/^\d{4}(?:-\d\d(?:-\d\d(?:T.+)?)?)?$/, 'Give a year, a month, a day or an instant: 2023, 2023-05, 2023-05-17.')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'There is no such date.')
  .describe('What was so then: `2023`, `2023-05`, `2023-05-17` or an instant');

/** The time asked for; a year is all of it. */
export function periodAsked(text: string, now: number): Period {
  const start = Date.parse(text);
  return periodOf(text, now) ?? { start, end: start + 1 };
}

/** Times of a fact as milliseconds; null is without an end. */
export interface Validity {
  readonly valid_from: number | null;
  readonly valid_to: number | null;
}

/** True when it was so at any moment of the period. What ended before it began was never so. */
export function heldDuring({ valid_from, valid_to }: Validity, { start, end }: Period): boolean {
  if (valid_from !== null && valid_to !== null && valid_to <= valid_from) return false;
  return (valid_from === null || valid_from < end) && (valid_to === null || valid_to > start);
}

export const validityOf = ({ valid_from, valid_to }: Pick<Fact, 'valid_from' | 'valid_to'>): Validity => ({
  valid_from: valid_from === null ? null : Date.parse(valid_from),
  valid_to: valid_to === null ? null : Date.parse(valid_to),
});
