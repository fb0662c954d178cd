import { describe, expect, test } from 'vitest';
import { isoDuration, matchDuration } from './durations.ts';
import { matchNumber } from './numbers.ts';
import { matchRecurrence } from './recurrence.ts';
import { tokenize } from './tokens.ts';
import { matchMoment } from './when.ts';

/** A Wednesday. */
const NOW = Date.parse('2026-03-04T10:00:00Z');
const moment = (text: string, timeZone = 'UTC') => {
  const tokens = tokenize(text);
  const found = matchMoment(tokens, 0, { now: () => NOW, timeZone });
  return found && found.to === tokens.length ? new Date(found.instant).toISOString().slice(0, 16) : null;
};

describe('a point in time', () => {
  test.each([
    ['tomorrow at 9', '2026-03-05T09:00'],
    ['monday at 9', '2026-03-09T09:00'],
    ['in two weeks', '2026-03-18T10:00'],
    ['31 Dec 2025', '2025-12-31T09:00'],
    ['December 31, 2026 at 23:59', '2026-12-31T23:59'],
    ['half an hour from now', '2026-03-04T10:30'],
    ['the day after tomorrow at noon', '2026-03-06T12:00'],
    ['tonight at 8pm', '2026-03-04T20:00'],
    ['7:30 pm tomorrow', '2026-03-05T19:30'],
    ['2026-05-01', '2026-05-01T09:00'],
    ['end of the month', '2026-03-31T09:00'],
    ['three days ago', '2026-03-01T10:00'],
    ['tomorrow at half past seven', '2026-03-05T07:30'],
    ['friday at quarter to nine in the evening', '2026-03-06T20:45'],
    ['tomorrow at 5 in the morning', '2026-03-05T05:00'],
    ["seven o'clock tomorrow", '2026-03-05T07:00'],
  ])('%s is %s', (said, meant) => expect(moment(said)).toBe(meant));

  test.each(['second', 'sun', 'may the force', 'port 5433', 'now', '90 percent'])('%s is none', (said) =>
    expect(moment(said)).toBeNull());

  test('means the wall clock of the person, on both sides of a clock change', () => {
    expect(moment('tomorrow at 9', 'Europe/Berlin')).toBe('2026-03-05T08:00');
    expect(moment('31 March 2026 at 9:00', 'Europe/Berlin')).toBe('2026-03-31T07:00');
  });

  test('that may lie behind as well says so', () => {
    const clock = { now: () => NOW, timeZone: 'UTC' };
    expect(matchMoment(tokenize('march 1'), 0, clock)).toMatchObject({
      date: '2027-03-01',
      behind: { date: '2026-03-01' },
    });
    expect(matchMoment(tokenize('friday'), 0, clock)).toMatchObject({
      date: '2026-03-06',
      behind: { date: '2026-02-27' },
    });
    expect(matchMoment(tokenize('since 1 december'), 1, clock)?.date).toBe('2025-12-01');
  });

  test('lies behind after "since"', () => {
    const found = matchMoment(tokenize('since monday'), 1, { now: () => NOW, timeZone: 'UTC' });
    expect(found?.date).toBe('2026-03-02');
  });
});

test.each([
  ['every monday at 9', '0 9 * * 1'],
  ['every weekday at 9:15', '15 9 * * 1-5'],
  ['daily at 17:00', '0 17 * * *'],
  ['every 30 minutes', '*/30 * * * *'],
  ['every morning at 7', '0 7 * * *'],
  ['every monday and thursday at 8', '0 8 * * 1,4'],
  ['hourly', '0 * * * *'],
  ['every morning at half past seven', '30 7 * * *'],
  ['every day at quarter to nine in the evening', '45 20 * * *'],
  ['the first monday of the month at 8', '0 8 * * 1#1'],
  ['every last friday of the month', '0 9 * * 5#L'],
  // The week of this Wednesday is the 2,931st, the next the 2,932nd.
  ['every other friday at 18:00', '0 18 * * 5%2+1'],
  ['every second monday', '0 9 * * 1%2+0'],
  ['every two weeks on wednesday at 11', '0 11 * * 3%2+1'],
  ['every two weeks on wednesday at 9', '0 9 * * 3%2+0'],
  ['every 3 weeks on friday', '0 9 * * 5%3+0'],
  ['every fortnight', '0 9 * * 1%2+0'],
])('%s comes again by %s', (said, cron) =>
  expect(matchRecurrence(tokenize(said), 0, { now: () => NOW, timeZone: 'UTC' })?.cron).toBe(cron));

test.each([
  ['half an hour', 'PT30M'],
  ['two weeks', 'P14D'],
  ['1 hour and 30 minutes', 'PT1H30M'],
  ['90s', 'PT1M30S'],
  ['three months', 'P3M'],
])('%s lasts %s', (said, iso) => {
  const found = matchDuration(tokenize(said), 0);
  expect(found && isoDuration(found.duration)).toBe(iso);
});

test.each([
  ['five', 5],
  ['two hundred and five', 205],
  ['twenty one', 21],
  ['twenty-one', 21],
  ['1,000', 1000],
  ['2.5', 2.5],
  ['three thousand four hundred', 3400],
])('%s is %d', (said, value) => expect(matchNumber(tokenize(said), 0)?.value).toBe(value));
