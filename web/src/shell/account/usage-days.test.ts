import { expect, test } from 'vitest';
import { daysBefore, tokenWords } from './usage-days.ts';

test('every day has its place, also one on which nothing was said', () => {
  const now = new Date(2026, 2, 30, 9).getTime();
  const bars = daysBefore(now, 3, [{ day: '2026-03-28', answers: 1, input_tokens: 30, output_tokens: 12 }]);
  expect(bars.map(({ day, tokens }) => [day, tokens])).toEqual([
    ['2026-03-28', 42],
    ['2026-03-29', 0],
    ['2026-03-30', 0],
  ]);
});

test('large counts are short', () => {
  expect([950, 12_345, 2_340_000].map(tokenWords)).toEqual(['950', '12 k', '2.3 M']);
});
