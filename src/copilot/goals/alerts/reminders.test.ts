import { describe, expect, test } from 'vitest';
import { deadlineAt } from '../deadline/deadline.ts';
import { type Quiet, remindersOf } from './reminders.ts';

const LISBON = 'Europe/Lisbon';
const NONE: Quiet = { from: null, to: null };
const NIGHT: Quiet = { from: 22 * 60, to: 7 * 60 };

function told(created: string, deadline: string, { zone = LISBON, quiet = NONE } = {}): string[] {
  const term = { createdAt: Date.parse(created), deadlineAt: deadlineAt(deadline, zone), zone, quiet };
  return remindersOf(term).map(({ name, at }) => `${name}: ${new Date(at).toISOString().slice(0, 16)}`);
}

describe('reminders of a deadline', () => {
  test('come a week, two days and a day before, and when it is over', () => {
    expect(told('2026-01-01T00:00:00Z', '2026-02-20T12:00')).toEqual([
      '7 days before: 2026-02-13T12:00',
      '2 days before: 2026-02-18T12:00',
      '1 day before: 2026-02-19T12:00',
      'overdue: 2026-02-20T12:00',
    ]);
  });

  test('keep the time of day over a clock change', () => {
    expect(told('2026-01-01T00:00:00Z', '2026-03-30T12:00')[0]).toBe('7 days before: 2026-03-23T12:00');
    expect(told('2026-01-01T00:00:00Z', '2026-03-30T12:00')[3]).toBe('overdue: 2026-03-30T11:00');
    const toronto = told('2026-01-01T00:00:00Z', '2026-03-09T12:00', { zone: 'America/Toronto' });
    expect(toronto.slice(1)).toEqual([
      '2 days before: 2026-03-07T17:00',
      '1 day before: 2026-03-08T16:00',
      'overdue: 2026-03-09T16:00',
    ]);
  });

  test('come in proportion when there is less than two weeks', () => {
    expect(told('2026-02-10T12:00:00Z', '2026-02-20T12:00')).toEqual([
      '50 % before: 2026-02-15T12:00',
      '20 % before: 2026-02-18T12:00',
      '10 % before: 2026-02-19T12:00',
      'overdue: 2026-02-20T12:00',
    ]);
  });

  test('are few when there are only hours', () => {
    expect(told('2026-02-20T09:00:00Z', '2026-02-20T12:00')).toEqual([
      '50 % before: 2026-02-20T10:30',
      'overdue: 2026-02-20T12:00',
    ]);
  });

  test('that would fall into quiet hours come before them, and a deadline inside them has a last call', () => {
    expect(told('2026-01-01T00:00:00Z', '2026-02-20', { quiet: NIGHT })).toEqual([
      '7 days before: 2026-02-13T21:30',
      '2 days before: 2026-02-18T21:30',
      '1 day before: 2026-02-19T21:30',
      'last call: 2026-02-20T21:30',
      'overdue: 2026-02-21T00:00',
    ]);
    expect(told('2026-01-01T00:00:00Z', '2026-02-20T03:00', { quiet: NIGHT }).at(-2)).toBe(
      'last call: 2026-02-19T21:30',
    );
  });

  test('before a deadline in a skipped hour come in the evening before', () => {
    expect(told('2026-01-01T00:00:00Z', '2026-03-29T01:30', { quiet: NIGHT }).slice(-2)).toEqual([
      'last call: 2026-03-28T21:30',
      'overdue: 2026-03-29T01:00',
    ]);
  });

  test('never lie before the goal was set', () => {
    expect(told('2026-02-20T21:45:00Z', '2026-02-20', { quiet: NIGHT })).toEqual(
      ['50 % before: 2026-02-20T21:52', 'overdue: 2026-02-21T00:00'].slice(1),
    );
  });
});
