import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '../../kernel/ports.ts';
import { SPELLING } from './fuse.ts';
import { OwnerIndex } from './owner-index.ts';
import { Scratch } from './scratch.ts';
import { Tokenizer } from './tokens.ts';

const WORDS = 'apple bridge candle dragon engine forest garden harbor island jungle kitchen lantern'.split(' ');
const QUERIES = ['apple', 'bridge candle', 'dragon engine forest', 'what did Ada say of the garden', 'harbor lantern'];

/** Mulberry32: the same run every time. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function anIndex(documents: Iterable<SearchDocument> = []): OwnerIndex {
  const index = new OwnerIndex({ tokenizer: new Tokenizer(), scratch: new Scratch(), vectorWeight: SPELLING });
  for (const document of documents) index.apply({ id: document.id, revision: index.revision + 1, document });
  return index;
}

function aDocument(id: string, next: (below: number) => number): SearchDocument {
  const text = Array.from({ length: 1 + next(8) }, () => WORDS[next(WORDS.length)]).join(' ');
  const group = next(3) === 0 ? {} : { group: `g${next(5)}`, speaker: next(2) === 0 ? 'Ada' : 'Ben' };
  const vector = Int8Array.from({ length: 32 }, () => next(255) - 127);
  return { id, text, time: next(50), ...group, ...(next(2) === 0 ? { vector } : {}) };
}

function ranking(index: OwnerIndex, vector: Int8Array): unknown[] {
  return QUERIES.flatMap((text) => [
    index.rank({ text, limit: 1000 }).map(({ id, score }) => [id, score.toFixed(3)]),
    index.rank({ text, limit: 5, vector }).map(({ id }) => id),
  ]);
}

describe('an index that took many changes', () => {
  test('ranks and scores as one that never knew anything but the last state', async () => {
    const next = random(7);
    const vector = Int8Array.from({ length: 32 }, () => next(255) - 127);
    const state = new Map<string, SearchDocument>();
    const index = anIndex();
    for (let step = 1; step <= 6000; step += 1) {
      const id = `id${next(400)}`;
      const document = next(3) === 0 ? null : aDocument(id, next);
      if (document === null) state.delete(id);
      else state.set(id, document);
      index.apply({ id, revision: step, document });
      if (index.needsSweep) await index.sweep(async () => {});
      if (step % 1500 !== 0) continue;
      expect(index.size).toBe(state.size);
      expect(ranking(index, vector)).toEqual(ranking(anIndex(state.values()), vector));
    }
  });

  test('gives room back: ten thousand changes of one document cost no more than a few', async () => {
    const index = anIndex();
    for (let step = 1; step <= 10_000; step += 1) {
      index.apply({ id: 'x', revision: step, document: { id: 'x', text: `version ${step} of it`, time: step } });
      if (index.needsSweep) await index.sweep(async () => {});
    }
    expect(index.bytes).toBeLessThan(500_000);
    expect(index.rank({ text: 'version', limit: 10 }).map(({ id }) => id)).toEqual(['x']);
    expect(index.rank({ text: '9999', limit: 10 })).toEqual([]);
  });
});

describe('vectors', () => {
  const along = (axis: number) => Int8Array.from({ length: 32 }, (_, at) => (at === axis ? 127 : 0));

  test('find a document alone when they are clearly near, and nothing when they are not', () => {
    const index = anIndex([
      { id: 'near', text: 'apple', time: 1, vector: along(3) },
      { id: 'far', text: 'bridge', time: 1, vector: along(4) },
    ]);
    expect(index.rank({ text: 'unheard', vector: along(3), limit: 10 }).map(({ id }) => id)).toEqual(['near']);
    expect(index.rank({ text: 'unheard', vector: along(5), limit: 10 })).toEqual([]);
  });

  test('of another length, from an earlier embedder, take no part', () => {
    const index = anIndex([{ id: 'old', text: 'apple', time: 1, vector: along(3) }]);
    expect(index.rank({ text: 'unheard', vector: new Int8Array(64).fill(16), limit: 10 })).toEqual([]);
    expect(index.rank({ text: 'apple', vector: new Int8Array(64).fill(16), limit: 10 })).toHaveLength(1);
  });

  test('obey the category too', () => {
    const index = anIndex([
      { id: 'a', text: 'apple', time: 1, category: 'x', vector: along(3) },
      { id: 'b', text: 'apple', time: 1, category: 'y', vector: along(3) },
    ]);
    const hits = index.rank({ text: 'unheard', vector: along(3), category: 'y', limit: 10 });
    expect(hits.map(({ id }) => id)).toEqual(['b']);
  });
});
