import { describe, expect, test } from 'vitest';
import { daysUntil, type History, type Pace, type Point, paceOf, probabilityWithin } from './forecast.ts';

/** So much each so many days, from the first day on. */
function steadily(share: number, every: number, days: number): History {
  const points: Point[] = [];
  for (let day = every; day <= days; day += every) points.push({ day, progress: share * (day / every) });
  return { points, days };
}
function pace(history: History): Pace {
  const found = paceOf(history);
  if (!found) throw new Error('There is a pace.');
  return found;
}

describe('a forecast', () => {
  test('says nothing while there is too little to say', () => {
    expect(paceOf({ points: [], days: 30 })).toBeNull();
    expect(paceOf({ points: [{ day: 1, progress: 0.2 }], days: 30 })).toBeNull();
    expect(paceOf({ points: [1, 2].map((day) => ({ day: day / 2, progress: day / 10 })), days: 2 })).toBeNull();
  });

  test('of steady work meets its end: half done in 25 days leaves about 25', () => {
    const days = daysUntil(0.5, pace(steadily(0.1, 5, 25)), 0.5);
    expect(days).toBeGreaterThan(19);
    expect(days).toBeLessThan(28);
  });

  test('follows a change of pace: a month of nothing after a good start moves the end away', () => {
    const start = steadily(0.1, 5, 25);
    const before = daysUntil(0.5, pace(start), 0.5) ?? 0;
    const after = daysUntil(0.5, pace({ ...start, days: 55 }), 0.5) ?? Number.POSITIVE_INFINITY;
    expect(after).toBeGreaterThan(before * 1.8);
  });

  test('starts from what completed goals took', () => {
    const days = daysUntil(1, pace({ points: [], days: 0, priorDays: 40 }), 0.5) ?? 0;
    expect(days).toBeGreaterThan(30);
    expect(days).toBeLessThan(45);
  });

  test('has no end within ten years when nothing moves', () => {
    const stuck = { points: [1, 2].map((day) => ({ day, progress: 0 })), days: 60 };
    expect(daysUntil(1, pace(stuck), 0.9)).toBeNull();
  });

  test('is sure of what is done, and of what is due now', () => {
    const some = pace(steadily(0.1, 5, 25));
    expect(probabilityWithin(0, some, 0)).toBe(1);
    expect(probabilityWithin(0.1, some, 0)).toBe(0);
  });
});

describe('of any history', () => {
  const histories = [1, 2, 3, 5, 8].flatMap((every) =>
    [0.001, 0.01, 0.05, 0.1].flatMap((share) => [10, 40, 120, 400].map((days) => steadily(share, every, days))),
  );
  const paces = histories.flatMap(
    (history) => paceOf({ ...history, points: history.points.filter(({ progress }) => progress <= 1) }) ?? [],
  );

  test('a chance lies between nothing and certainty, and grows with time and with what is done', () => {
    expect(paces.length).toBeGreaterThan(60);
    for (const some of paces) {
      let before = 0;
      for (const days of [1, 3, 10, 30, 100, 300, 1000, 3000]) {
        const chance = probabilityWithin(0.5, some, days);
        expect(chance).toBeGreaterThanOrEqual(before - 1e-6);
        expect(chance).toBeLessThanOrEqual(1);
        expect(probabilityWithin(0.2, some, days)).toBeGreaterThanOrEqual(chance - 1e-6);
        before = chance;
      }
    }
  });

  test('the band holds the middle', () => {
    for (const some of paces) {
      const [early, middle, late] = [0.1, 0.5, 0.9].map((chance) => daysUntil(0.4, some, chance) ?? 1e9);
      expect(early).toBeLessThanOrEqual(middle ?? 0);
      expect(middle).toBeLessThanOrEqual(late ?? 0);
    }
  });
});
