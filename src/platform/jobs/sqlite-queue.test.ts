import { describe, expect, test } from 'vitest';
import { FakeClock } from '../../../test/support/clock.ts';
import { aDatabase, PLATFORM_SOURCES } from '../../../test/support/database.ts';
import { backoffMs } from '../../kernel/backoff.ts';
import { nextDue } from './calendar.ts';
import { describeJobs } from './jobs.contract.ts';

describe('the embedded queue', () => {
  describeJobs(async () => {
    const clock = new FakeClock();
    const db = await aDatabase(PLATFORM_SOURCES, 'sqlite');
    return { db, clock, advance: (duration) => clock.advance(duration) };
  });
});

test('waits longer after each failure, somewhere between nothing and the bound', () => {
  expect([1, 2, 3, 20].map((attempt) => backoffMs(attempt, () => 0))).toEqual([0, 0, 0, 0]);
  expect([1, 2, 3, 20].map((attempt) => backoffMs(attempt, () => 0.5))).toEqual([1000, 2000, 4000, 1_800_000]);
});

test('reads a schedule in UTC, or in the zone it names, also when the clocks change', () => {
  const at = (text: string) => Date.parse(text);
  const nine = '0 9 * * *';
  expect(nextDue(nine, 'UTC', at('2026-03-28T12:00Z'))).toBe(at('2026-03-29T09:00Z'));
  // Berlin goes to summer time that night: nine there is seven in UTC.
  expect(nextDue(nine, 'Europe/Berlin', at('2026-03-28T12:00Z'))).toBe(at('2026-03-29T07:00Z'));
});
