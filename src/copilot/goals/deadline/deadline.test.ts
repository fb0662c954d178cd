import { describe, expect, test } from 'vitest';
import { plusDays } from './days.ts';
import { daysAway, deadlineAt, deadlineSchema, sayDeadline } from './deadline.ts';

const at = (deadline: string, zone: string): string => new Date(deadlineAt(deadline, zone)).toISOString();
const LISBON = 'Europe/Lisbon';
const TORONTO = 'America/Toronto';

describe('a date alone', () => {
  test.each([
    ['2025-12-31', LISBON, '2025-12-31T23:59:59.999Z'],
    ['2025-12-31', TORONTO, '2026-01-01T04:59:59.999Z'],
    ['2026-07-01', LISBON, '2026-07-01T22:59:59.999Z'],
    // 23 hours long in spring, 25 in autumn.
    ['2026-03-29', LISBON, '2026-03-29T22:59:59.999Z'],
    ['2026-10-25', LISBON, '2026-10-25T23:59:59.999Z'],
    ['2026-03-08', TORONTO, '2026-03-09T03:59:59.999Z'],
    ['2026-11-01', TORONTO, '2026-11-02T04:59:59.999Z'],
    // Its midnight was skipped: the clocks of Cairo jumped from 00:00 to 01:00.
    ['2026-04-23', 'Africa/Cairo', '2026-04-23T21:59:59.999Z'],
  ])('%s in %s is over at %s', (deadline, zone, end) => expect(at(deadline, zone)).toBe(end));
});

describe('a moment without an offset', () => {
  test.each([
    ['on a plain day', '2026-06-01T18:00', LISBON, '2026-06-01T17:00:00.000Z'],
    ['with seconds', '2026-06-01T18:00:30', LISBON, '2026-06-01T17:00:30.000Z'],
    ['in an hour that is skipped: the moment the clocks jump', '2026-03-29T01:30', LISBON, '2026-03-29T01:00:00.000Z'],
    ['in an hour that is skipped, in Toronto', '2026-03-08T02:30', TORONTO, '2026-03-08T07:00:00.000Z'],
    ['in an hour that comes twice: the later one', '2026-10-25T01:30', LISBON, '2026-10-25T01:30:00.000Z'],
    ['in an hour that comes twice, in Toronto', '2026-11-01T01:30', TORONTO, '2026-11-01T06:30:00.000Z'],
    ['in half an hour that comes twice', '2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T15:15:00.000Z'],
  ])('%s', (_when, deadline, zone, instant) => expect(at(deadline, zone)).toBe(instant));
});

test('a moment with an offset is that moment everywhere', () => {
  expect(at('2026-03-29T01:30:00+01:00', TORONTO)).toBe('2026-03-29T00:30:00.000Z');
  expect(at('2026-03-29T01:30:00Z', LISBON)).toBe('2026-03-29T01:30:00.000Z');
});

test.each(['2026-02-30', '31.12.2026', 'friday', '2026-12-31T25:00', '', 12])('%s is no deadline', (text) => {
  expect(deadlineSchema.safeParse(text).success).toBe(false);
});

test('two days before a deadline is the same time of day, though a clock change lies between', () => {
  const due = deadlineAt('2026-03-30T09:00', LISBON);
  expect(new Date(plusDays(due, -2, LISBON)).toISOString()).toBe('2026-03-28T09:00:00.000Z');
});

test('days away are counted on the calendar, not in hours', () => {
  const evening = Date.parse('2026-03-28T23:30:00Z');
  expect(daysAway(deadlineAt('2026-03-28', LISBON), evening, LISBON)).toBe('today');
  expect(daysAway(deadlineAt('2026-03-29', LISBON), evening, LISBON)).toBe('tomorrow');
  expect(daysAway(deadlineAt('2026-04-04', LISBON), evening, LISBON)).toBe('in 7 days');
  expect(daysAway(deadlineAt('2026-03-27', LISBON), evening, LISBON)).toBe('yesterday');
  expect(daysAway(deadlineAt('2026-03-20', LISBON), evening, LISBON)).toBe('8 days ago');
});

test('a deadline is said as a day, or with its time', () => {
  expect(sayDeadline('2025-12-31', TORONTO)).toBe('Wed 31 Dec 2025');
  expect(sayDeadline('2025-12-31T18:00', TORONTO)).toBe('Wed 31 Dec 2025 18:00');
});
