import { expect, test } from 'vitest';
import type { Context } from '../../../kernel/context.ts';
import { provide, providersIn } from '../../../kernel/port.ts';
import type { Embedder } from '../../../kernel/ports.ts';
import { aPackContent } from '../fixtures.ts';
import { type PackShelf, packShelves } from '../ports/pack-shelf.ts';
import type { AvailablePack } from './available.ts';
import { PackLibrary } from './library.ts';

function aPack(key: string): AvailablePack {
  const content = aPackContent({ [key]: `Fact ${key}.` });
  return {
    id: key,
    manifest: content.manifest,
    state: 'by_topic',
    trust: 'installed',
    installed: null,
    key,
    load: async () => content,
  };
}

/** An embedder that has to be asked over the network, a shelf, and what happened to both. */
function aPlace({ isDown = false } = {}) {
  const asked: string[] = [];
  const kept = new Map<string, Uint8Array>();
  const embedder: Embedder = {
    id: 'remote/mini lm',
    dimensions: 2,
    isInstant: false,
    knowsMeaning: true,
    async embed(texts) {
      if (isDown) throw new Error('The embedder is down.');
      asked.push(...texts);
      return texts.map(() => Int8Array.of(127, 0));
    },
  };
  const shelf: PackShelf = {
    read: async (name) => kept.get(name) ?? null,
    async write(name, bytes) {
      kept.set(name, bytes);
      return name;
    },
    remove: async () => undefined,
  };
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  const ctx = { embedder, log, providers: providersIn([provide(packShelves, 'test', shelf)]) } as unknown as Context;
  return { ctx, asked, kept };
}

test('what a model was asked for is asked once: in this process, and after the next start', async () => {
  const { ctx, asked, kept } = aPlace();
  const library = new PackLibrary();
  const [first] = await Promise.all([library.load(ctx, aPack('a')), library.load(ctx, aPack('a'))]);
  expect(first.items[0]?.vector).toEqual(Int8Array.of(127, 0));
  expect([...kept.keys()]).toEqual([expect.stringMatching(/^[0-9a-f]{64}\/remote_mini_lm\/embeddings\.npy$/)]);
  await new PackLibrary().load(ctx, aPack('a'));
  expect(asked).toEqual(['Fact a. Watering']);
});

test('a kept file that is broken, or of another length, is made anew', async () => {
  const { ctx, asked, kept } = aPlace();
  await new PackLibrary().load(ctx, aPack('a'));
  for (const name of kept.keys()) kept.set(name, Buffer.from('not numpy'));
  expect((await new PackLibrary().load(ctx, aPack('a'))).items[0]?.vector).toEqual(Int8Array.of(127, 0));
  expect(asked).toHaveLength(2);
});

test('an embedder that is down leaves the pack to be found by its words', async () => {
  const { ctx } = aPlace({ isDown: true });
  const library = new PackLibrary();
  expect((await library.load(ctx, aPack('a'))).items[0]).toMatchObject({ text: 'Fact a.', vector: null });
  expect(await library.topicVectors(ctx, aPack('a'))).toEqual([]);
});

test('of many packs the ones used last are kept, and the rest is loaded anew when asked for', async () => {
  const { ctx } = aPlace();
  const library = new PackLibrary();
  let loads = 0;
  const counting = (key: string): AvailablePack => ({
    ...aPack(key),
    async load() {
      loads += 1;
      return aPackContent({ [key]: 'Fact.' });
    },
  });
  for (let index = 0; index < 200; index += 1) await library.load(ctx, counting(`pack-${index}`));
  await library.load(ctx, counting('pack-199'));
  expect(loads).toBe(200);
  await library.load(ctx, counting('pack-0'));
  expect(loads).toBe(201);
});
