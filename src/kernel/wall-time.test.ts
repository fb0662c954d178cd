import { describe, expect, test } from 'vitest';
import { daysLater, instantOf, isTimeZone, wallTime } from './wall-time.ts';

const at = (text: string) => Date.parse(text);
const iso = (ms: number) => new Date(ms).toISOString();

describe('a clock on the wall', () => {
  test.each([
    ['2026-07-01T21:30:00Z', 'Europe/Lisbon', { date: '2026-07-01', minutes: 22 * 60 + 30 }],
    ['2026-07-01T23:30:00Z', 'Europe/Lisbon', { date: '2026-07-02', minutes: 30 }],
    ['2026-01-01T00:15:00Z', 'America/New_York', { date: '2025-12-31', minutes: 19 * 60 + 15 }],
    ['2026-01-01T00:15:00Z', 'Asia/Kathmandu', { date: '2026-01-01', minutes: 6 * 60 }],
    ['2026-01-01T00:15:00Z', 'UTC', { date: '2026-01-01', minutes: 15 }],
  ])('at %s shows in %s what people there read', (instant, zone, shown) => {
    expect(wallTime(at(instant), zone)).toEqual(shown);
    expect(iso(instantOf(shown, zone))).toBe(iso(at(instant)));
  });

  test('that jumps over a time shows it at the jump', () => {
    expect(iso(instantOf({ date: '2026-03-08', minutes: 150 }, 'America/New_York'))).toBe('2026-03-08T07:00:00.000Z');
    expect(iso(instantOf({ date: '2026-10-04', minutes: 135 }, 'Australia/Lord_Howe'))).toBe(
      '2026-10-03T15:30:00.000Z',
    );
  });

  test('that shows a time twice means the first', () => {
    expect(iso(instantOf({ date: '2026-11-01', minutes: 90 }, 'America/New_York'))).toBe('2026-11-01T05:30:00.000Z');
    expect(iso(instantOf({ date: '2026-10-25', minutes: 90 }, 'Europe/Lisbon'))).toBe('2026-10-25T00:30:00.000Z');
  });
});

test('a day later is the next date of the calendar', () => {
  expect(daysLater('2026-02-28', 1)).toBe('2026-03-01');
  expect(daysLater('2026-03-01', -1)).toBe('2026-02-28');
});

test('only names of places and UTC are time zones', () => {
  expect(['Europe/Lisbon', 'UTC', 'America/Argentina/Buenos_Aires'].filter(isTimeZone)).toHaveLength(3);
  expect(['Mars/Base', '+02:00', '', 'Europe', 'Lisbon'].filter(isTimeZone)).toEqual([]);
});
