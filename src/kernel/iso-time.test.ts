/** `isoTime` against the clockwork it stands in for. */
import { describe, expect, it } from 'vitest';
import { isoTime } from './iso-time.ts';

const DAY_MS = 86_400_000;
const byDate = (ms: number) => new Date(ms).toISOString();

describe('isoTime', () => {
  it('writes every day from 1970 to 2500 as Date does, each at another time of day', () => {
    for (let day = 0; day < 193_600; day += 1) {
      const ms = day * DAY_MS + ((day * 7_919_003) % DAY_MS);
      if (isoTime(ms) !== byDate(ms)) expect(isoTime(ms)).toBe(byDate(ms));
    }
  });

  it('knows the edges of days, of leap years and of centuries', () => {
    const edges = ['1970-01-01', '2000-02-29', '2100-03-01', '2400-02-29', '2026-12-31', '9999-12-31'];
    for (const edge of edges) {
      for (const ms of [Date.parse(edge), Date.parse(edge) + DAY_MS - 1]) expect(isoTime(ms)).toBe(byDate(ms));
    }
  });

  it('leaves to Date what is before 1970, beyond four digits, in fractions, or no time', () => {
    for (const ms of [-1, -62_198_755_200_000, 253_402_300_800_000, 8.64e15, 1.9, -0.5])
      expect(isoTime(ms)).toBe(byDate(ms));
    for (const ms of [Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1]) expect(() => isoTime(ms)).toThrow(RangeError);
  });
});
