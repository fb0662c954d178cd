/**
 * Terms for dates, so that "in June" and "on 3 May 2024" find what was said then although nobody says the date while
 * talking. They start with `@` and never meet the words of a text.
 */
const MONTHS: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH = `(${MONTHS.join('|')})`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const MONTH_NAMED = new RegExp(`\\b${MONTH}\\b`, 'gi');
const DAY_NAMED = new RegExp(`\\b(?:${DAY}(?: of)? ${MONTH}|${MONTH} ${DAY})\\b`, 'gi');
const YEAR_NAMED = /\b(?:19|20)\d\d\b/g;

/** Month, year and day (UTC) of a time. */
export function dateTerms(time: number): string[] {
  const date = new Date(time);
  const month = date.getUTCMonth() + 1;
  return [`@${month}`, `@${date.getUTCFullYear()}`, `@${month}-${date.getUTCDate()}`];
}

/** Terms of the dates that a query names. */
export function datesNamed(text: string): string[] {
  const terms: string[] = [];
  for (const [name] of text.matchAll(MONTH_NAMED)) {
    // In lower case it is more often the verb than the month.
    if (name !== 'may') terms.push(`@${monthNumber(name)}`);
  }
  for (const [, day, ofMonth, month, dayAfter] of text.matchAll(DAY_NAMED)) {
    terms.push(`@${monthNumber(ofMonth ?? month ?? '')}-${Number(day ?? dayAfter)}`);
  }
  for (const [year] of text.matchAll(YEAR_NAMED)) terms.push(`@${year}`);
  return terms;
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1;
}
