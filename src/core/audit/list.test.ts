import { expect, test } from 'vitest';
import { aNima, collect } from '../../../test/support/nima.ts';
import { aSecondOwner, asAgent, failureOf } from '../../../test/support/people.ts';
import { stranger } from '../../kernel/host.ts';
import { canonicalJson } from '../../kernel/json.ts';
import { EXAMPLE_PASSWORD, givenUserExamples } from '../users/fixtures.ts';
import { sha256 } from './entry.ts';
import { readChain } from './store.ts';

test('says who did what and how it ended, never what was said', async () => {
  const nima = await aNima();
  const { id } = await nima.call('memory.facts.create', { fact: 'The safe stands behind the Vermeer' });
  await failureOf(nima.call('memory.facts.create', { fact: 'The safe stands behind the Vermeer' }));
  await nima.call('memory.facts.remove', { id });
  const { entries } = await nima.call('audit.list');
  expect(entries).toMatchObject([
    { seq: 3, operation: 'memory.facts.remove', target: id, outcome: 'done', code: null, actor: 'person/rest' },
    { seq: 2, operation: 'memory.facts.create', outcome: 'failed', code: 'fact_already_known' },
    { seq: 1, operation: 'memory.facts.create', outcome: 'done', target: null, approval_id: null },
  ]);
  expect(JSON.stringify(await readChain(nima.db, 0, 100))).not.toMatch(/Vermeer|safe/);
});

test('looking leaves no entry, and neither does input nobody understood', async () => {
  const nima = await aNima();
  await nima.call('memory.facts.list');
  await failureOf(nima.call('memory.facts.create', { fact: '' }));
  expect((await nima.call('audit.list')).entries).toEqual([]);
});

test('not even the hash of a password is kept, which could be guessed from', async () => {
  const nima = await aNima();
  await givenUserExamples(nima.context());
  await nima.call('users.sessions.create', { password: EXAMPLE_PASSWORD }, stranger('rest'));
  const [entry] = await readChain(nima.db, 0, 1);
  expect(entry?.input_hash).toBe(sha256(canonicalJson({})));
});

test('a stream is entered when it is over, with how it ended', async () => {
  const nima = await aNima();
  const messages = [{ role: 'user', content: 'Hello' }];
  await collect(await nima.call('chat.stream', { messages }));
  const unknown = crypto.randomUUID();
  await failureOf(nima.call('chat.stream', { messages, conversation_id: unknown }).then(collect));
  expect((await nima.call('audit.list')).entries).toMatchObject([
    { operation: 'chat.stream', outcome: 'failed', code: 'conversation_unknown' },
    { operation: 'chat.stream', outcome: 'done' },
  ]);
});

test("everybody sees their own entries, and an agent's among them", async () => {
  const nima = await aNima();
  const other = await aSecondOwner(nima);
  await nima.call('memory.facts.create', { fact: 'Mine' });
  await nima.call('memory.facts.create', { fact: 'Theirs' }, asAgent(other));
  expect((await nima.call('audit.list', {}, other)).entries).toMatchObject([{ seq: 2, actor: 'agent/chat' }]);
  expect((await nima.call('audit.list')).entries).toMatchObject([{ seq: 1 }]);
});

test('pages go back in time', async () => {
  const nima = await aNima();
  for (const n of [1, 2, 3, 4, 5]) await nima.call('memory.facts.create', { fact: `Fact ${n}` });
  const seqs = async (page: object) =>
    (await nima.call('audit.list', page)).entries.map(({ seq }: { seq: number }) => seq);
  expect(await seqs({ limit: 2 })).toEqual([5, 4]);
  expect(await seqs({ limit: 2, before: 4 })).toEqual([3, 2]);
  expect(await seqs({ limit: 2, before: 2 })).toEqual([1]);
});

test('shows who signed in and who tried to, to whoever holds every permission', async () => {
  const nima = await aNima();
  await givenUserExamples(nima.context());
  const nobody = stranger('rest');
  await failureOf(nima.call('users.sessions.create', { password: 'a guess of somebody' }, nobody));
  await nima.call('users.sessions.create', { password: EXAMPLE_PASSWORD }, nobody);

  const { entries } = await nima.call('audit.list');
  const { entries: ofAReader } = await nima.call('audit.list', {}, { ...nima.owner, permissions: ['audit:read'] });

  expect(entries).toMatchObject([
    { operation: 'users.sessions.create', outcome: 'done' },
    { operation: 'users.sessions.create', outcome: 'failed', code: 'password_wrong' },
  ]);
  expect(ofAReader).toEqual([]);
});
