import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createHashedEmbedder } from './hashed.ts';

async function similarity(a: string, b: string): Promise<number> {
  const [first = new Int8Array(), second = new Int8Array()] = await createHashedEmbedder().embed([a, b]);
  return first.reduce((sum, value, at) => sum + value * (second[at] ?? 0), 0) / 127 ** 2;
}

describe('hashed embeddings', () => {
  test('are the same on every machine and in every release', async () => {
    const [vector = new Int8Array()] = await createHashedEmbedder().embed(['Ada prefers dark roast coffee']);
    expect(createHash('sha256').update(vector).digest('hex').slice(0, 16)).toBe('92af0cc177095631');
    expect(createHashedEmbedder().id).toBe(`hashed-v1-${vector.length}`);
  });

  test('have unit length', async () => {
    expect(await similarity('one small text', 'one small text')).toBeCloseTo(1, 1);
  });

  test('bring slips, inflections and parts of words near', async () => {
    expect(await similarity('kubernetes', 'kuberntes')).toBeGreaterThan(0.3);
    expect(await similarity('deployment', 'deploy')).toBeGreaterThan(0.4);
    expect(await similarity('she drinks coffee', 'drinking coffee')).toBeGreaterThan(0.7);
    expect(await similarity('favourite colour', 'favorite color')).toBeGreaterThan(0.35);
    expect(await similarity('typescript', 'type script')).toBeGreaterThan(0.4);
  });

  test('leave unrelated texts apart', async () => {
    const texts = [
      'Ada drinks green tea',
      'deploys on Fridays',
      'the puppy chewed a boot',
      'SQLite in WAL mode',
      'blue',
    ];
    for (const a of texts) for (const b of texts) if (a !== b) expect(await similarity(a, b)).toBeLessThan(0.3);
  });

  test('of a text without content are near to nothing', async () => {
    const [vector] = await createHashedEmbedder().embed(['what is it?']);
    expect(vector?.every((value) => value === 0)).toBe(true);
  });
});
