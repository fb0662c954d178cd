/** The small pieces every part of a pack is written with: ids, single lines of text, dates, regions and sources. Pure. */
import { z } from 'zod';

/** Longest id; it stands in citations, addresses and file names. */
const ID_CHARS_MAX = 60;

/** Line breaks, control characters, and those that change the direction of text or have no width: they only hide things. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for.
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

export const idSchema = z
  .string()
  .max(ID_CHARS_MAX)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case words and digits joined by hyphens, such as dns-ttl.');

/** One line of plain text of at most so many characters. */
export const lineSchema = (charsMax: number) =>
  z
    .string()
    .trim()
    .min(1, 'It is empty.')
    .max(charsMax)
    .refine((text) => !HIDDEN.test(text), 'It has a line break or an invisible character; write it as one plain line.');

/** A month or a day: `2025-06`, `2025-06-30`. */
export const dateSchema = z
  .string()
  .regex(
    /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/,
    'Write a date as 2025-06 or 2025-06-30, between quotes in JSON.',
  );

/** Where something holds: a country (`PT`), a part of it (`CA-ON`), or `EU`. */
export const regionSchema = z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'A region is PT, CA-ON, EU and the like.');

export const sourceSchema = z.strictObject({
  title: lineSchema(200),
  publisher: lineSchema(100),
  url: z
    .url({ protocol: /^https?$/, message: 'A url begins with https:// or http://.' })
    .max(500)
    .optional(),
});
export type Source = z.output<typeof sourceSchema>;

/** Milliseconds UTC at which a date is over: the end of its day or month. */
export function endOf(date: string): number {
  const [year = 0, month = 1, day] = date.split('-').map(Number);
  return day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
}

/** What ages says when it was true and when to look again; neither stands without the other. */
export function ages(value: { as_of?: string | undefined; review_by?: string | undefined }): boolean {
  if ((value.as_of === undefined) !== (value.review_by === undefined)) return false;
  return value.as_of === undefined || endOf(value.review_by ?? '') > endOf(value.as_of);
}
export const AGES_TEXT = 'What ages has both as_of and review_by, and review_by is the later one.';
