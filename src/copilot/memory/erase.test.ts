import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testDialect } from '../../../test/support/database.ts';
import { aNima, type TestNima } from '../../../test/support/nima.ts';
import { aSecondOwner, failureOf } from '../../../test/support/people.ts';

const send = (nima: TestNima, content: string, more: object = {}) =>
  nima.call('chat.send', { messages: [{ role: 'user', content }], ...more });

/** Everything the database holds, as raw bytes where it is a file: free pages and the write-ahead log included. */
async function everythingIn(nima: TestNima): Promise<string> {
  if (testDialect === 'sqlite') {
    const files = readdirSync(nima.folder).filter((name) => name.startsWith('nima.db'));
    return files.map((name) => readFileSync(join(nima.folder, name), 'latin1')).join('\n');
  }
  const tables = await nima.db.kysely.introspection.getTables();
  const rows = tables.map(({ name, schema }) =>
    nima.db.kysely
      .withSchema(schema ?? 'public')
      .selectFrom(name)
      .selectAll()
      .execute(),
  );
  return JSON.stringify(await Promise.all(rows));
}

test('everything about a person is gone from every file of the database, free pages and the log', async () => {
  const lines: string[] = [];
  const keep = (text: string, data?: object) => void lines.push(text, JSON.stringify(data ?? {}));
  const nima = await aNima({ log: { debug: keep, info: keep, warn: keep, error: keep } });
  await send(nima, 'My neighbour Quillfeather lives in Turku. I like tea.');
  await nima.settle();
  await send(nima, 'remember that Quillfeather borrowed my ladder');
  await nima.settle();
  await send(nima, 'what do you know about Quillfeather?');
  await nima.call('memory.facts.create', {
    fact: 'Quillfeather is called Q by friends',
    metadata: { of: 'Quillfeather' },
  });
  expect(await everythingIn(nima)).toContain('Quillfeather');

  const erased = await nima.call('memory.erase', { about: 'Quillfeather', confirm: 'Quillfeather' });

  expect(erased.facts).toBeGreaterThan(0);
  expect(erased.turns).toBeGreaterThan(0);
  expect(await everythingIn(nima)).not.toMatch(/quillfeather/i);
  expect(lines.join('\n')).not.toMatch(/quillfeather/i);
  const { facts, turns } = await nima.call('memory.recall', { query: 'Quillfeather ladder' });
  expect(JSON.stringify([facts, turns])).not.toContain('ladder');
  // What stood beside it stays.
  expect((await nima.call('memory.recall', { query: 'tea' })).facts[0].fact).toBe('Likes tea');
  expect((await nima.call('conversations.search', { query: 'I like tea' })).turns.length).toBeGreaterThan(0);
});

test('one fact goes with its versions and the sentence it came from, and the rest of the talk stays', async () => {
  const nima = await aNima();
  await send(nima, 'I live in Zanzibar. My cat is called Miso.');
  await nima.settle();
  const { facts } = await nima.call('memory.facts.list', { query: 'Zanzibar' });
  await nima.call('memory.erase', { fact_id: facts[0].id, confirm: facts[0].fact });
  expect(await everythingIn(nima)).not.toContain('Zanzibar');
  const kept = await nima.call('memory.facts.list');
  expect(kept.facts.map(({ fact }: { fact: string }) => fact)).toEqual(['Cat is called Miso']);
  const search = await nima.call('conversations.search', { query: 'cat Miso' });
  expect(JSON.stringify(search)).toContain('[erased]');
});

test('a conversation goes with the facts learned from it', async () => {
  const nima = await aNima();
  const { conversation_id } = await send(nima, 'I drive a Wartburg from 1978');
  await nima.settle();
  const { title } = await nima.call('conversations.get', { id: conversation_id });
  await nima.call('memory.erase', { conversation_id, confirm: title });
  expect(await everythingIn(nima)).not.toContain('Wartburg');
});

test('nothing is erased before its name was typed, nor anything of another person', async () => {
  const nima = await aNima();
  await nima.call('memory.facts.create', { fact: 'Ana plays chess' });
  const bo = await aSecondOwner(nima);
  await nima.call('memory.facts.create', { fact: 'Ana plays Go' }, bo);
  const failure = await failureOf(nima.call('memory.erase', { about: 'Ana' }));
  expect(failure).toMatchObject({ code: 'erase_unconfirmed', details: { name: 'Ana', facts: 1 } });
  expect((await nima.call('memory.facts.list')).total).toBe(1);
  await nima.call('memory.erase', { about: 'Ana', confirm: 'Ana' });
  expect((await nima.call('memory.facts.list')).total).toBe(0);
  expect((await nima.call('memory.facts.list', {}, bo)).total).toBe(1);
  expect(await failureOf(nima.call('memory.erase', { about: 'x y', fact_id: crypto.randomUUID() }))).toMatchObject({
    code: 'erase_what',
  });
});

test('a word inside another is left alone', async () => {
  const nima = await aNima();
  await nima.call('memory.facts.create', { fact: 'Eats a banana each day' });
  await nima.call('memory.erase', { about: 'Ana', confirm: 'Ana' });
  expect((await nima.call('memory.facts.list')).total).toBe(1);
});
