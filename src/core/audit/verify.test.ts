import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aNima, type TestNima } from '../../../test/support/nima.ts';
import { hashOf } from './entry.ts';
import { readChain, readHead } from './store.ts';

/** Five changes, and a way to what only somebody with the database in hand can do. */
async function aChain(): Promise<{ nima: TestNima; tamper: (statement: string) => Promise<unknown> }> {
  const nima = await aNima();
  for (const n of [1, 2, 3, 4, 5]) await nima.call('memory.facts.create', { fact: `Fact number ${n}` });
  return { nima, tamper: (statement) => sql.raw(statement).execute(nima.db.kysely) };
}

test('a chain nobody touched is intact, also while it grows', async () => {
  const { nima } = await aChain();
  expect(await nima.call('audit.verify')).toEqual({ intact: true, entries: 5, broken_at: null });
  const [seen] = await Promise.all([
    nima.call('audit.verify'),
    ...[6, 7, 8].map((n) => nima.call('memory.facts.create', { fact: `Fact number ${n}` })),
  ]);
  expect(seen).toMatchObject({ intact: true, broken_at: null });
  expect(await nima.call('audit.verify')).toEqual({ intact: true, entries: 8, broken_at: null });
});

test('an empty chain is intact', async () => {
  const nima = await aNima();
  expect(await nima.call('audit.verify')).toEqual({ intact: true, entries: 0, broken_at: null });
});

test.each([
  ['a changed entry', "update audit_entries set operation = 'memory.facts.remove' where seq = 3", 3],
  ['an entry given to somebody else', "update audit_entries set owner = 'x' where seq = 2", 2],
  ['a removed entry', 'delete from audit_entries where seq = 2', 2],
  ['a removed first entry', 'delete from audit_entries where seq = 1', 1],
  ['an end cut off', 'delete from audit_entries where seq >= 4', 4],
  ['everything removed', 'delete from audit_entries', 1],
])('%s is noticed, with its place', async (_what, statement, place) => {
  const { nima, tamper } = await aChain();
  await tamper(statement);
  expect(await nima.call('audit.verify')).toEqual({ intact: false, entries: place - 1, broken_at: place });
});

test('a chain recomputed after a change no longer ends where its head says', async () => {
  const { nima, tamper } = await aChain();
  const chain = await readChain(nima.db, 0, 10);
  let previous_hash = chain[2]?.hash ?? '';
  for (const { hash: _old, ...entry } of chain.slice(3)) {
    const forged = { ...entry, outcome: 'failed' as const, previous_hash };
    const hash = hashOf(forged);
    await tamper(
      `update audit_entries set outcome = 'failed', previous_hash = '${previous_hash}', hash = '${hash}' where seq = ${entry.seq}`,
    );
    previous_hash = hash;
  }
  expect(await readHead(nima.db)).not.toMatchObject({ hash: previous_hash });
  expect(await nima.call('audit.verify')).toMatchObject({ intact: false, broken_at: 5 });
});

test('entries written side by side form one chain', async () => {
  const nima = await aNima();
  await Promise.all(Array.from({ length: 20 }, (_, n) => nima.call('memory.facts.create', { fact: `At once ${n}` })));
  expect(await nima.call('audit.verify')).toEqual({ intact: true, entries: 20, broken_at: null });
});
