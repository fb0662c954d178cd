import { describe, expect, test } from 'vitest';
import { Failure } from '../../kernel/errors.ts';
import { calendar } from './calendar.ts';

function due(line: string, zone: string, from: string, count: number): string[] {
  const times: string[] = [];
  let at: number | null = Date.parse(from);
  while (times.length < count) {
    at = calendar.nextDue(line, zone, at);
    if (at === null) break;
    times.push(new Date(at).toISOString().slice(0, 16));
  }
  return times;
}

describe('on the day the clocks go forward', () => {
  test('what is due in the skipped hour is due once, at the jump', () => {
    expect(due('30 2 * * *', 'America/New_York', '2026-03-07T12:00Z', 2)).toEqual([
      '2026-03-08T07:00',
      '2026-03-09T06:30',
    ]);
    expect(due('15 2 * * *', 'Australia/Lord_Howe', '2026-10-03T05:00Z', 1)).toEqual(['2026-10-03T15:30']);
  });
});

describe('on the day the clocks go back', () => {
  test('what is due in the doubled hour is due once, the first time', () => {
    expect(due('30 1 * * *', 'America/New_York', '2026-10-31T12:00Z', 2)).toEqual([
      '2026-11-01T05:30',
      '2026-11-02T06:30',
    ]);
    expect(due('30 1 * * *', 'Europe/Lisbon', '2026-10-24T12:00Z', 2)).toEqual([
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ]);
  });

  test('every half hour is still every half hour', () => {
    expect(due('*/30 * * * *', 'America/New_York', '2026-11-01T04:45Z', 4)).toEqual([
      '2026-11-01T05:00',
      '2026-11-01T05:30',
      '2026-11-01T06:00',
      '2026-11-01T06:30',
    ]);
  });
});

test('a day that no month has never comes', () => {
  expect(due('0 9 31 2 *', 'Europe/Lisbon', '2026-03-01T00:00Z', 1)).toEqual([]);
  expect(due('0 9 29 2 *', 'UTC', '2026-03-01T00:00Z', 1)).toEqual(['2028-02-29T09:00']);
});

test.each([
  '',
  'whenever',
  '61 * * * *',
  '* * * *',
  '0 0 9 * * 1',
  '@daily',
  '2026-03-01T09:00:00',
])('“%s” is refused as no cron line', (line) => {
  expect(() => calendar.nextDue(line, 'UTC', 0)).toThrow(Failure);
});

test('a weekday of every other week keeps its rhythm over new year and a clock change', () => {
  expect(due('0 9 * * 5%2+0', 'UTC', '2026-12-15T12:00Z', 3)).toEqual([
    '2026-12-18T09:00',
    '2027-01-01T09:00',
    '2027-01-15T09:00',
  ]);
  expect(due('30 2 * * 0%2+0', 'Europe/Berlin', '2026-03-10T12:00Z', 3)).toEqual([
    '2026-03-15T01:30',
    '2026-03-29T01:00',
    '2026-04-12T00:30',
  ]);
});
