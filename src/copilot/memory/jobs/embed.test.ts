import { expect, test } from 'vitest';
import { aNima, type TestNima } from '../../../../test/support/nima.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Embedder } from '../../../kernel/ports.ts';
import { rememberFact } from '../facts/remember.ts';
import { aFact } from '../fixtures.ts';
import { recallMemory } from '../recall.ts';
import { embedFacts } from './embed.ts';

/** An embedder on another machine, as far as memory can tell: two meanings, told apart by a word. */
function aRemoteEmbedder(asked: string[][]): Embedder {
  return {
    id: 'remote:two',
    dimensions: 2,
    isInstant: false,
    knowsMeaning: true,
    async embed(texts) {
      asked.push([...texts]);
      return texts.map((text) => new Int8Array(/tea|drink/i.test(text) ? [127, 0] : [0, 127]));
    },
  };
}

const withEmbedder = (nima: TestNima, embedder: Embedder): Context => ({
  ...nima.context(),
  signal: nima.context().signal,
  embedder,
  transaction: (work) => nima.context().transaction((tx) => work({ ...tx, signal: tx.signal, embedder })),
});
async function recalled(ctx: Context, query: string): Promise<string[]> {
  const answer = recallMemory.output.parse(await recallMemory.run(ctx, { query, limit: 5, tokens_max: 500 }));
  return answer.facts.map(({ fact }) => fact);
}
const embeddersOf = async ({ db }: TestNima): Promise<string[]> =>
  (await db.kysely.selectFrom('memory_facts').select('embedder').execute()).map(({ embedder }) => embedder);

test('a fact written while the embedder is far away gets its vector from the job, once', async () => {
  const nima = await aNima();
  const asked: string[][] = [];
  const ctx = withEmbedder(nima, aRemoteEmbedder(asked));
  await rememberFact(ctx, aFact({ fact: 'Prefers tea' }));
  expect([asked, await embeddersOf(nima)]).toEqual([[], ['']]);
  await embedFacts.run(ctx, {});
  expect([asked, await embeddersOf(nima)]).toEqual([[['Prefers tea']], ['remote:two']]);
  await embedFacts.run(ctx, {});
  expect(asked).toHaveLength(1);
});

test('after a change of embedder every fact gets a new vector, in batches a server takes', async () => {
  const nima = await aNima();
  for (let n = 0; n < 70; n += 1) await nima.call('memory.facts.create', { fact: `Fact ${n}` });
  const asked: string[][] = [];
  await embedFacts.run(withEmbedder(nima, aRemoteEmbedder(asked)), {});
  expect(asked.map(({ length }) => length)).toEqual([64, 6]);
  expect(new Set(await embeddersOf(nima))).toEqual(new Set(['remote:two']));
});

test('until then words alone find it: vectors of different embedders are never compared', async () => {
  const nima = await aNima();
  await nima.call('memory.facts.create', { fact: 'Prefers tea' });
  const ctx = withEmbedder(nima, aRemoteEmbedder([]));
  expect(await recalled(ctx, 'tea')).toEqual(['Prefers tea']);
});

test('an embedder that leaves texts out is an error, not an endless loop', async () => {
  const nima = await aNima();
  await nima.call('memory.facts.create', { fact: 'Prefers tea' });
  const embedder = { ...aRemoteEmbedder([]), embed: async () => [] };
  await expect(embedFacts.run(withEmbedder(nima, embedder), {})).rejects.toThrow('0 vectors for 1 texts');
});

test('an embedder that is down does not silence memory', async () => {
  const nima = await aNima();
  await nima.call('memory.facts.create', { fact: 'Prefers tea' });
  const embedder = { ...aRemoteEmbedder([]), embed: () => Promise.reject(new Error('connection refused')) };
  expect(await recalled(withEmbedder(nima, embedder), 'tea')).toEqual(['Prefers tea']);
});

test('another embedder, which comes with a restart, is taken up at the start', () => {
  expect(embedFacts.atStart).toBe(true);
});
