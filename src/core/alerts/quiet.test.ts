import { describe, expect, test } from 'vitest';
import { nextQuietEnd } from './quiet.ts';

const quiet = (quiet_from: string | null, quiet_to: string | null, time_zone = 'Europe/Lisbon') => ({
  quiet_from,
  quiet_to,
  time_zone,
});
const endOf = (now: string, preferences: ReturnType<typeof quiet>) => {
  const end = nextQuietEnd(Date.parse(now), preferences);
  return end === null ? null : new Date(end).toISOString();
};

describe('quiet hours', () => {
  test.each([
    ['2026-07-01T21:30:00Z', '22:00', '07:00', '2026-07-02T06:00:00.000Z'],
    ['2026-07-02T01:00:00Z', '22:00', '07:00', '2026-07-02T06:00:00.000Z'],
    ['2026-07-02T06:00:00Z', '22:00', '07:00', null],
    ['2026-07-01T20:59:00Z', '22:00', '07:00', null],
    ['2026-07-01T12:30:00Z', '13:00', '14:00', '2026-07-01T13:00:00.000Z'],
    ['2026-07-01T12:30:00Z', '00:00', '00:00', null],
  ])('at %s, from %s to %s, end at %s', (now, from, to, end) => {
    expect(endOf(now, quiet(from, to))).toBe(end);
  });

  test('that were switched off never are', () => {
    expect(endOf('2026-07-02T01:00:00Z', quiet(null, null))).toBeNull();
  });

  test('end when the wall clock says so, in the night that is an hour shorter and in the one that is longer', () => {
    const york = quiet('22:00', '07:00', 'America/New_York');
    expect(endOf('2026-03-08T04:00:00Z', york)).toBe('2026-03-08T11:00:00.000Z');
    expect(endOf('2026-11-01T04:00:00Z', york)).toBe('2026-11-01T12:00:00.000Z');
  });

  test('that end within a skipped hour end at the jump', () => {
    expect(endOf('2026-03-08T05:00:00Z', quiet('22:00', '02:30', 'America/New_York'))).toBe('2026-03-08T07:00:00.000Z');
  });
});
