import { expect, test } from 'vitest';
import { aNima, sharedNima } from '../../../../test/support/nima.ts';
import { failureOf } from '../../../../test/support/people.ts';
import type { Version } from './versions/store.ts';

const nima = sharedNima();
const create = (fact: string) => nima().call('memory.facts.create', { fact });

test('brings back what was forgotten, and search finds it again', async () => {
  const { call } = nima();
  const { id } = await create('Zebras live next door');
  const recalled = async () =>
    (await call('memory.recall', { query: 'zebras' })).facts.map((fact: { id: string }) => fact.id);
  expect(await recalled()).toEqual([id]);
  expect(await call('memory.facts.remove', { id })).toHaveProperty('removed_at', expect.any(String));
  expect(await recalled()).toEqual([]);
  expect((await call('memory.facts.list', { removed: true })).facts).toMatchObject([{ id }]);
  expect((await call('memory.facts.list', { removed: true, query: 'the zebras' })).facts).toMatchObject([{ id }]);
  expect(await call('memory.facts.restore', { id })).toMatchObject({ fact: 'Zebras live next door', removed_at: null });
  expect(await recalled()).toEqual([id]);
});

test('brings back the words before a correction, and the correction when asked again', async () => {
  const { call } = nima();
  const { id } = await create('The cluster has four nodes');
  await call('memory.facts.update', { id, fact: 'The cluster has five nodes', category: 'servers' });
  expect(await call('memory.facts.restore', { id })).toMatchObject({ fact: 'The cluster has four nodes' });
  expect((await call('memory.recall', { query: 'cluster nodes' })).facts[0]).toMatchObject({
    id,
    category: 'infrastructure',
  });
  expect(await call('memory.facts.restore', { id })).toMatchObject({
    fact: 'The cluster has five nodes',
    category: 'servers',
  });
  const { versions } = await call('memory.facts.history', { id });
  expect(versions.map(({ version, change, fact }: Version) => [version, change, fact])).toEqual([
    [1, 'created', 'The cluster has four nodes'],
    [2, 'updated', 'The cluster has five nodes'],
    [3, 'restored', 'The cluster has four nodes'],
    [4, 'restored', 'The cluster has five nodes'],
  ]);
  expect(versions[0]).toMatchObject({ actor: 'person/rest' });
});

test('a fact that never changed has nothing to take back', async () => {
  const { id } = await create('The door is blue');
  expect(await failureOf(nima().call('memory.facts.restore', { id }))).toMatchObject({ code: 'fact_unchanged' });
});

test('what was told anew meanwhile is not doubled', async () => {
  const { call } = nima();
  const { id } = await create('The cat is grey');
  await call('memory.facts.remove', { id });
  const again = await create('The cat is grey');
  const failure = await failureOf(call('memory.facts.restore', { id }));
  expect(failure).toMatchObject({ code: 'fact_already_known', details: { id: again.id } });
});

test('forgetting twice side by side happens once', async () => {
  const { id } = await create('Forgotten by two tabs');
  const tries = await Promise.allSettled([1, 2, 3].map(() => nima().call('memory.facts.remove', { id })));
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect((await nima().call('memory.facts.history', { id })).versions).toHaveLength(2);
});

test('a correction to what another fact says already names that one', async () => {
  const known = await create('The gate is green');
  const { id } = await create('The gate is red');
  const failure = await failureOf(nima().call('memory.facts.update', { id, fact: 'the gate is green.' }));
  expect(failure).toMatchObject({ code: 'fact_already_known', details: { id: known.id } });
  expect(await nima().call('memory.facts.update', { id, fact: 'The Gate is red.' })).toHaveProperty(
    'fact',
    'The Gate is red.',
  );
});

test('what is forgotten cannot be corrected', async () => {
  const { id } = await create('The fence is old');
  await nima().call('memory.facts.remove', { id });
  expect(await failureOf(nima().call('memory.facts.update', { id, fact: 'The fence is new' }))).toMatchObject({
    code: 'fact_unknown',
  });
});

test('a fact forgotten gives way to the one it had replaced, and brought back it replaces it again', async () => {
  const own = await aNima();
  await own.call('memory.facts.create', { fact: 'I live in Lisbon' });
  const { id } = await own.call('memory.facts.create', { fact: 'I moved to Porto' });
  const held = async () => (await own.call('memory.facts.list')).facts.map(({ fact }: { fact: string }) => fact);
  expect(await held()).toEqual(['I moved to Porto']);
  await own.call('memory.facts.remove', { id });
  expect(await held()).toEqual(['I live in Lisbon']);
  await own.call('memory.facts.restore', { id });
  expect(await held()).toEqual(['I moved to Porto']);
});

test('a fact put in the past by mistake holds again, and what had replaced it never did', async () => {
  const own = await aNima();
  const { id } = await own.call('memory.facts.create', { fact: 'I live in Lisbon' });
  await own.call('memory.facts.create', { fact: 'I moved to Porto' });
  await own.call('memory.facts.restore', { id });
  expect((await own.call('memory.facts.list')).facts).toMatchObject([{ id, state: 'current', valid_to: null }]);
  const { facts } = await own.call('memory.recall', { query: 'where do I live', as_of: '2026' });
  expect(facts.map(({ fact }: { fact: string }) => fact)).not.toContain('I moved to Porto');
});
