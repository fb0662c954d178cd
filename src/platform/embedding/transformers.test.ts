import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { writeTinyModel } from './tiny-model.ts';
import { createTransformersEmbedder, type TransformersModule } from './transformers.ts';

/** Stands for the package where it is not installed: knows the protocol, not the arithmetic. */
function aPackage(dims = 2) {
  const asked: { model: string; texts: string[] }[] = [];
  const env = { allowRemoteModels: true, allowLocalModels: false, localModelPath: '' };
  const loaded: TransformersModule = {
    env,
    pipeline: async (_task, model) => async (texts) => {
      asked.push({ model, texts });
      return { dims: [texts.length, dims], data: Float32Array.from(texts.flatMap((text) => [text.length, 0])) };
    },
  };
  return { asked, env, load: async () => loaded };
}

/** The real package, half a gigabyte, stands beside the project's own: in `.cache/transformers`, brought by `make test`. */
async function installedPackage(): Promise<TransformersModule | null> {
  const from = join(import.meta.dirname, '../../../.cache/transformers/package.json');
  try {
    return await import(pathToFileURL(createRequire(from).resolve('@huggingface/transformers')).href);
  } catch {
    return null;
  }
}

describe('a transformers embedder', () => {
  test('loads the model once, and from the given folder alone', async () => {
    const { asked, env, load } = aPackage();
    const embedder = createTransformersEmbedder({ model: 'me/tiny', dimensions: 2, folder: '/models', load });
    expect(await embedder.embed(['a', 'bb'])).toEqual([Int8Array.of(127, 0), Int8Array.of(127, 0)]);
    await embedder.embed(Array.from({ length: 17 }, () => 'c'));
    expect(asked.map(({ model, texts }) => [model, texts.length])).toEqual([
      ['me/tiny', 2],
      ['me/tiny', 16],
      ['me/tiny', 1],
    ]);
    expect(env).toEqual({ allowRemoteModels: false, allowLocalModels: true, localModelPath: '/models' });
  });

  test.each([
    ['all-MiniLM-L6-v2', 'Xenova/all-MiniLM-L6-v2'],
    ['me/tiny', 'me/tiny'],
  ])('asks the hub for %s as %s', async (model, name) => {
    const { asked, load } = aPackage();
    await createTransformersEmbedder({ model, dimensions: 2, load }).embed(['a']);
    expect(asked).toEqual([{ model: name, texts: ['a'] }]);
  });

  test('says how to install the package that is missing, and works once it is there', async () => {
    let isInstalled = false;
    const { load } = aPackage();
    const embedder = createTransformersEmbedder({
      dimensions: 2,
      load: () => (isInstalled ? load() : Promise.reject(new Error('Cannot find package'))),
    });
    const missing = { kind: 'unavailable', message: expect.stringContaining('npm install @huggingface/transformers') };
    await expect(embedder.embed(['a'])).rejects.toMatchObject(missing);
    isInstalled = true;
    expect(await embedder.embed(['a'])).toHaveLength(1);
  });

  test('refuses a model of another length', async () => {
    const { load } = aPackage(3);
    const refused = { kind: 'unavailable', message: expect.stringContaining('3 dimensions instead of 2') };
    await expect(createTransformersEmbedder({ dimensions: 2, load }).embed(['a'])).rejects.toMatchObject(refused);
  });

  test('runs a real model when the package is installed', async (context) => {
    const loaded = await installedPackage();
    if (!loaded) return context.skip('@huggingface/transformers is not installed; "make test" installs it');
    const load = async () => loaded;
    const folder = mkdtempSync(join(tmpdir(), 'nima-model-'));
    try {
      writeTinyModel(join(folder, 'tiny'));
      const embedder = createTransformersEmbedder({ model: 'tiny', dimensions: 2, folder, load });
      const vectors = await embedder.embed(['coffee', 'tea', 'coffee tea', 'Coffee coffee tea']);
      expect(vectors).toEqual([
        Int8Array.of(127, 0),
        Int8Array.of(0, 127),
        Int8Array.of(90, 90),
        Int8Array.of(114, 57),
      ]);
      const absent = createTransformersEmbedder({ model: 'absent', dimensions: 2, folder, load });
      await expect(absent.embed(['a'])).rejects.toMatchObject({ kind: 'unavailable' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
