import { expect, test } from 'vitest';
import { readTime } from './read-time.ts';

/** Monday 2 March 2026, 9 o'clock in Lisbon. */
const NOW = Date.UTC(2026, 2, 2, 9);
const read = (words: string, timeZone = 'Europe/Lisbon') => {
  const time = readTime(words, { now: () => NOW, timeZone });
  if (time === null) return null;
  return time.kind === 'once' ? new Date(time.at).toISOString() : time.cron;
};

test.each([
  ['every Monday at 9', '0 9 * * 1'],
  ['Every monday and friday at 17:30', '30 17 * * 1,5'],
  ['daily at 7:30', '30 7 * * *'],
  ['every day at 7:30', '30 7 * * *'],
  ['at 7:30 every day', '30 7 * * *'],
  ['every 2 hours', '0 */2 * * *'],
  ['every 15 minutes', '*/15 * * * *'],
  ['every hour', '0 * * * *'],
  ['weekdays at 8', '0 8 * * 1-5'],
  ['every weekend', '0 9 * * 0,6'],
  ['every morning', '0 9 * * *'],
  ['every evening at 8 pm', '0 20 * * *'],
  ['on the first of the month', '0 9 1 * *'],
  ['on the 15th of every month at 18:00', '0 18 15 * *'],
  ['every month on the 3rd at 7', '0 7 3 * *'],
  ['the last day of the month', '0 9 L * *'],
  ['every year on 3 March', '0 9 3 3 *'],
  ['in 20 minutes', '2026-03-02T09:20:00.000Z'],
  ['tomorrow at 9', '2026-03-03T09:00:00.000Z'],
  ['on Friday at 18:00', '2026-03-06T18:00:00.000Z'],
  ['2026-07-01 at 9', '2026-07-01T08:00:00.000Z'],
])('“%s” is %s', (words, meant) => expect(read(words)).toBe(meant));

test('the wall clock is the one of the time zone', () => {
  expect(read('tomorrow at 9', 'America/New_York')).toBe('2026-03-03T14:00:00.000Z');
});

test.each([
  '',
  'soon',
  'every',
  'every Monday at 9 the cluster',
  'every 45 minutes',
  'every 7 hours',
  'every 40 of the month',
])('“%s” is no time, or not only one', (words) => expect(read(words)).toBeNull());
