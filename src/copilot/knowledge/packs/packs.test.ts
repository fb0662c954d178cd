import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aNima } from '../../../../test/support/nima.ts';
import { aSecondOwner } from '../../../../test/support/people.ts';
import { readNpy } from '../embeddings/npy.ts';

const GARDEN = 'docs/guide/examples/garden';

test('the packs that come with Nima are there from the first day, chosen by topic', async () => {
  const { call } = await aNima();
  const { packs, total } = await call('knowledge.packs.list');
  const ids = packs.map(({ id }: { id: string }) => id);
  expect(ids).toEqual(expect.arrayContaining(['career', 'cars', 'finances', 'life', 'technical', 'travel']));
  expect(total).toBe(ids.length);
  expect(packs.every(({ state, trust }: Record<string, string>) => state === 'by_topic' && trust === 'shipped')).toBe(
    true,
  );
  const technical = await call('knowledge.packs.get', { id: 'technical' });
  expect(technical.facts).toBeGreaterThanOrEqual(60);
  expect(technical.rules).toBeGreaterThanOrEqual(20);
  expect((await call('knowledge.packs.list', { query: 'the technical pack' })).packs).toHaveLength(1);
});

test('a pack is activated at the address of the seed, and turned off again, for its owner alone', async () => {
  const nima = await aNima();
  const answer = await nima.request('/v1/knowledge/packs/finances/activate', { method: 'POST' });
  expect([answer.status, await answer.json()]).toEqual([
    200,
    expect.objectContaining({ id: 'finances', state: 'always' }),
  ]);
  expect(await nima.call('knowledge.packs.activate', { id: 'finances', by_topic: true })).toMatchObject({
    state: 'by_topic',
  });
  expect(await nima.call('knowledge.packs.deactivate', { id: 'finances' })).toMatchObject({ state: 'off' });
  const { packs } = await nima.call('knowledge.packs.list', { state: 'off' });
  expect(packs).toMatchObject([{ id: 'finances' }]);
  const other = await aSecondOwner(nima);
  expect((await nima.call('knowledge.packs.list', { state: 'off' }, other)).total).toBe(0);
  await expect(nima.call('knowledge.packs.activate', { id: 'nothing' })).rejects.toMatchObject({
    code: 'pack_unknown',
  });
});

test('words find the facts and rules that are about them, with source and citation; an off pack is silent', async () => {
  const { call } = await aNima();
  const { passages } = await call('knowledge.packs.search', { query: 'what does exit code 137 mean' });
  expect(passages[0]).toMatchObject({
    pack: 'technical',
    citation: expect.stringMatching(/^Technical · /),
    text: expect.stringContaining('137'),
    trust: 'shipped',
  });
  expect(passages.find(({ id }: { id: string }) => id === 'technical/oomkilled-137').source.url).toMatch(
    /^https:\/\/kubernetes\.io\//,
  );
  await call('knowledge.packs.deactivate', { id: 'technical' });
  const { passages: silent } = await call('knowledge.packs.search', { query: 'what does exit code 137 mean' });
  expect(silent.filter(({ pack }: { pack: string }) => pack === 'technical')).toEqual([]);
  expect((await call('knowledge.packs.search', { query: 'exit code 137', pack: 'technical' })).total).toBeGreaterThan(
    0,
  );
});

test('the entries of a pack come in pages, facts before rules', async () => {
  const { call } = await aNima();
  const first = await call('knowledge.packs.entries.list', { pack: 'technical', topic: 'dns', limit: 3 });
  expect(first.entries).toHaveLength(3);
  const rest = await call('knowledge.packs.entries.list', { pack: 'technical', topic: 'dns', skip: 3 });
  expect(rest.entries).toHaveLength(first.total - 3);
  expect(rest.entries.at(-1)).toMatchObject({ kind: 'rule', text: expect.stringContaining('Lower the TTL') });
});

test('building keeps the vectors as a NumPy file in the data folder, named by content and embedder', async () => {
  const nima = await aNima();
  const built = await nima.call('knowledge.packs.build', { source: 'technical' });
  const { hash } = await nima.call('knowledge.packs.get', { id: 'technical' });
  expect(built.hash).toBe(hash);
  expect(built.file).toBe(`${nima.folder}/knowledge/${hash.slice(7)}/hashed-v1-256/embeddings.npy`);
  expect(readNpy(readFileSync(built.file))).toMatchObject({ rows: built.vectors, dimensions: 256 });
  const fromFolder = await nima.call('knowledge.packs.build', { source: GARDEN });
  expect(fromFolder).toMatchObject({ id: 'garden', vectors: 2 });
});

test('validating says every fault or the hash, and keeps nothing', async () => {
  const { call } = await aNima();
  expect(await call('knowledge.packs.validate', { source: GARDEN })).toMatchObject({
    is_valid: true,
    id: 'garden',
    facts: 1,
    rules: 1,
    hash: expect.stringMatching(/^sha256:/),
  });
  const { is_valid, faults } = await call('knowledge.packs.validate', { source: 'docs/guide' });
  expect(is_valid).toBe(false);
  expect(faults).toContainEqual({ file: 'pack.yaml', at: '', message: 'It is missing.' });
  await expect(call('knowledge.packs.validate', { source: '/etc' })).rejects.toMatchObject({
    code: 'pack_source_forbidden',
  });
  await expect(call('knowledge.packs.validate', { source: 'http://example.org/a' })).rejects.toMatchObject({
    code: 'pack_source_unsupported',
  });
});
