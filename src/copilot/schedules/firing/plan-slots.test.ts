import { expect, test } from 'vitest';
import { planSlots } from './plan-slots.ts';

const MINUTE = 60_000;
const everyMinute = (after: number) => (Math.floor(after / MINUTE) + 1) * MINUTE;

test('a year of missed minutes is counted without counting each of them', () => {
  const now = 365 * 24 * 60 * MINUTE;
  const { runs, next } = planSlots({ seen: 0, now, catchUp: 'once', nextAfter: everyMinute });
  expect(runs).toEqual([{ at: now, isLate: false }]);
  expect(next).toBe(now + MINUTE);
});

test('what is a little late is on time, and what will not come again has no next time', () => {
  const due = { seen: 0, now: 4 * MINUTE, catchUp: 'skip', nextAfter: () => null } as const;
  expect(planSlots(due)).toEqual({ runs: [{ at: 0, isLate: false }], missed: null, next: null });
  expect(planSlots({ ...due, now: 6 * MINUTE })).toEqual({
    runs: [],
    missed: { from: 0, to: 0, count: 1 },
    next: null,
  });
});
