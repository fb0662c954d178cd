import { expect, test } from 'vitest';
import type { Fact } from '../../api/nima.ts';
import { validityWords } from './validity.ts';

const times = (valid_from: string | null, valid_to: string | null) =>
  validityWords({ valid_from, valid_to, created_at: '2026-11-03T09:00:00.000Z' } as Fact);

test('a fact says since when and until when it holds, no finer than it is known', () => {
  expect(times('2024-01-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z')).toBe('since 2024, until March 2026');
  expect(times(null, '2026-03-17T00:00:00.000Z')).toBe('until 17 Mar 2026');
  expect(times('2026-11-03T08:59:00.000Z', null)).toBe('');
  expect(times(null, null)).toBe('');
});
