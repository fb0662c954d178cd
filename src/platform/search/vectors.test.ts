import { expect, test } from 'vitest';
import { Vectors } from './vectors.ts';

const DIMENSIONS = 256;

/** Pseudo-random directions, the same every time; `center` pulls a vector towards another. */
function aVector(seed: number, center?: Int8Array): Int8Array {
  let state = seed;
  const values = Float64Array.from({ length: DIMENSIONS }, (_, at) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5 + (center?.[at] ?? 0) / 60;
  });
  const length = Math.hypot(...values);
  return Int8Array.from(values, (value) => Math.round((value / length) * 127));
}

test('sign bits let nearly all of the true nearest through', () => {
  const vectors = new Vectors(DIMENSIONS);
  const centers = Array.from({ length: 50 }, (_, at) => aVector(at + 1));
  for (let slot = 0; slot < 20_000; slot += 1) vectors.set(slot, aVector(slot + 1000, centers[slot % 50]));
  let found = 0;
  for (let seed = 0; seed < 20; seed += 1) {
    const query = aVector(90_000 + seed, centers[seed]);
    const exact = Array.from({ length: 20_000 }, (_, slot) => ({ slot, near: vectors.similarity(slot, query) }))
      .sort((a, b) => b.near - a.near)
      .slice(0, 10);
    const through = new Set(vectors.nearest(query).map(({ slot }) => slot));
    found += exact.filter(({ slot }) => through.has(slot)).length;
  }
  expect(found / 200).toBeGreaterThan(0.95);
});

test('a vector taken out is near to nothing', () => {
  const vectors = new Vectors(DIMENSIONS);
  vectors.set(0, aVector(1));
  vectors.set(1, aVector(2));
  vectors.remove(0);
  expect(vectors.nearest(aVector(1)).map(({ slot }) => slot)).toEqual([1]);
});
