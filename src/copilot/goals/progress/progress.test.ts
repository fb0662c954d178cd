import { describe, expect, test } from 'vitest';
import { contributionsOf, type Part, type Piece, progressOf } from './progress.ts';

const PARTS: Part[] = [
  { id: 'engine', weight: 2 },
  { id: 'chart', weight: 1 },
  { id: 'alarm', weight: 1 },
];
const piece = (at: number, about: Partial<Piece>): Piece => ({
  id: `piece ${at}`,
  kind: 'noted',
  milestoneId: null,
  share: 0,
  at,
  ...about,
});
const done = (at: number, milestoneId: string) => piece(at, { kind: 'milestone', milestoneId, share: 1 });
const progress = (parts: readonly Part[], pieces: readonly Piece[]) => progressOf(contributionsOf(parts, pieces));

describe('progress', () => {
  test('is nothing without evidence', () => expect(progress(PARTS, [])).toBe(0));

  test('is the weighted share of finished milestones', () => {
    expect(progress(PARTS, [done(1, 'engine')])).toBe(0.5);
    expect(progress(PARTS, [done(1, 'engine'), done(2, 'chart')])).toBe(0.75);
    expect(progress(PARTS, [done(1, 'engine'), done(2, 'chart'), done(3, 'alarm')])).toBe(1);
  });

  test('takes a milestone as far as somebody said it is', () => {
    expect(progress(PARTS, [piece(1, { kind: 'turn', milestoneId: 'engine', share: 0.5 })])).toBe(0.25);
  });

  test('grows with finished tasks, but tasks alone never finish a goal', () => {
    const tasks = Array.from({ length: 40 }, (_, at) => piece(at, { kind: 'task' }));
    expect(progress([], tasks.slice(0, 1))).toBe(0.2);
    expect(progress([], tasks.slice(0, 2))).toBe(0.36);
    expect(progress([], tasks)).toBe(0.9);
    expect(progress(PARTS, [done(1, 'engine'), piece(2, { kind: 'task' })])).toBe(0.55);
  });

  test('starts from what the owner states, and later evidence fills the rest', () => {
    const stated = piece(2, { kind: 'stated', share: 0.4 });
    expect(progress(PARTS, [stated])).toBe(0.4);
    expect(progress(PARTS, [stated, done(3, 'engine')])).toBe(0.7);
    expect(progress(PARTS, [done(1, 'engine'), stated])).toBe(0.4);
    expect(progress(PARTS, [done(1, 'engine'), stated, done(3, 'chart'), done(4, 'alarm')])).toBe(1);
  });

  test('may be stated lower than the evidence says', () => {
    expect(progress([], [piece(1, { kind: 'turn', share: 1 }), piece(2, { kind: 'stated', share: 0.8 })])).toBe(0.8);
  });

  test('counts nothing for a milestone that is gone', () => {
    expect(contributionsOf(PARTS, [done(1, 'removed')])).toEqual([]);
  });
});

/** A repeatable stream of numbers from 0 to 1 (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function anyHistory(seed: number): { parts: Part[]; pieces: Piece[] } {
  const roll = dice(seed);
  const parts = Array.from({ length: Math.floor(roll() * 6) }, (_, at) => ({
    id: `m${at}`,
    weight: roll() * 10 + 0.01,
  }));
  const kinds = ['milestone', 'turn', 'task', 'stated', 'noted'] as const;
  const pieces = Array.from({ length: Math.floor(roll() * 30) }, (_, at) => {
    const kind = kinds[Math.floor(roll() * kinds.length)] ?? 'noted';
    const part = parts[Math.floor(roll() * (parts.length + 1))];
    const milestoneId = kind === 'stated' ? null : (part?.id ?? null);
    return piece(at, { kind, milestoneId, share: kind === 'milestone' ? 1 : roll() });
  });
  return { parts, pieces };
}

describe('of any thousand histories', () => {
  const histories = Array.from({ length: 1000 }, (_, seed) => anyHistory(seed));

  test('progress stays between nothing and all, and its parts add up to it', () => {
    for (const { parts, pieces } of histories) {
      const contributions = contributionsOf(parts, pieces);
      for (const { progress: share } of contributions) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      const sum = contributions.reduce((all, { adds }) => all + adds, 0);
      expect(sum).toBeCloseTo(progressOf(contributions), 6);
    }
  });

  test('evidence that is stated by nobody never takes progress away, in whatever order it comes', () => {
    for (const { parts, pieces } of histories) {
      const earned = pieces.filter(({ kind }) => kind !== 'stated');
      for (const { adds } of contributionsOf(parts, earned)) expect(adds).toBeGreaterThanOrEqual(0);
      const reversed = earned.map((each) => ({ ...each, at: -each.at }));
      expect(progress(parts, reversed)).toBeCloseTo(progress(parts, earned), 6);
    }
  });

  test('taking a piece back and putting it again changes nothing', () => {
    for (const { parts, pieces } of histories.slice(0, 200)) {
      const [first, ...others] = pieces;
      if (first) expect(progress(parts, [...others, first])).toBe(progress(parts, pieces));
    }
  });
});
