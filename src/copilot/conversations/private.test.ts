import { expect, test } from 'vitest';
import { aNima, collect, type TestNima } from '../../../test/support/nima.ts';
import { failureOf } from '../../../test/support/people.ts';
import { aNimaWithModel, say } from '../../../test/support/scripted-model.ts';
import { expirePrivate } from './jobs/expire.ts';

const SECRET = 'zanzibar';
const talk = (nima: TestNima, more: object = {}) =>
  nima.call('chat.send', say(`I prefer holidays in ${SECRET}`, { private: true, ...more }));

/** Every table that still holds the word. */
async function residue({ db }: TestNima): Promise<string[]> {
  const tables = await db.kysely.introspection.getTables();
  const own = tables.filter(({ schema, isView }) => !isView && schema !== 'pgboss');
  const holding: string[] = [];
  for (const { name } of own) {
    const rows = await db.kysely.selectFrom(name).selectAll().execute();
    if (JSON.stringify(rows).toLowerCase().includes(SECRET)) holding.push(name);
  }
  return holding;
}

test('what is said in private is remembered nowhere and found by no search', async () => {
  const nima = await aNima();
  const { conversation_id } = await talk(nima);
  await nima.settle();
  expect((await nima.call('memory.facts.list')).facts).toEqual([]);
  expect((await nima.call('conversations.search', { query: SECRET })).turns).toEqual([]);
  expect((await nima.call('memory.recall', { query: SECRET })).turns).toEqual([]);
  expect((await nima.call('conversations.list', { query: SECRET })).conversations).toEqual([]);
  expect((await nima.call('conversations.export')).conversations).toEqual([]);
  expect((await nima.call('conversations.list')).conversations).toMatchObject([{ id: conversation_id, private: true }]);
});

test('a private conversation leaves nothing in any table once it is removed, log and approvals included', async () => {
  const { nima, model } = await aNimaWithModel();
  const { id } = await nima.call('memory.facts.create', { fact: 'Likes tea' });
  model.script(
    { calls: [{ name: 'memory_profile_update', input: { name: SECRET } }] },
    { text: `So ${SECRET} it is.` },
  );
  const { conversation_id } = await talk(nima);
  model.script({ calls: [{ name: 'conversations_instructions_create', input: { text: `Speak of ${SECRET}` } }] });
  await nima.call('chat.send', say('Always', { conversation_id }));
  expect(await residue(nima)).toEqual(expect.arrayContaining(['approvals', 'conversations', 'stream_events', 'turns']));
  await nima.call('conversations.remove', { id: conversation_id });
  await nima.settle();
  expect(await residue(nima)).toEqual([]);
  expect((await nima.call('memory.facts.list')).facts).toMatchObject([{ id }]);
});

test('even when asked to remember, a private talk does not, and says why', async () => {
  const { nima, model } = await aNimaWithModel();
  model.script({ calls: [{ name: 'memory_facts_create', input: { fact: `Loves ${SECRET}` } }] }, { text: 'I cannot.' });
  const { calls } = await talk(nima);
  expect(calls).toMatchObject([{ state: 'failed', result: { error: { code: 'conversation_private' } } }]);
  expect((await nima.call('memory.facts.list')).facts).toEqual([]);
});

test('a day after its last word a private conversation is gone by itself; another stays', async () => {
  const nima = await aNima();
  const { conversation_id } = await talk(nima);
  const kept = await nima.call('chat.send', say('Hello'));
  const lastSaid = async (hoursAgo: number) => {
    const updated_at = Date.now() - hoursAgo * 3_600_000;
    await nima.db.kysely.updateTable('conversations').set({ updated_at }).execute();
    await expirePrivate.run(nima.context(), {});
    await nima.settle();
  };
  await lastSaid(23);
  expect(await nima.call('conversations.get', { id: conversation_id })).toHaveProperty('private', true);
  await lastSaid(25);
  expect(await failureOf(nima.call('conversations.get', { id: conversation_id }))).toMatchObject({ kind: 'not_found' });
  expect(await nima.call('conversations.get', { id: kept.conversation_id })).toHaveProperty('private', false);
  expect(await residue(nima)).toEqual([]);
});

test('privacy is told at the first event, and a talk that began openly cannot become private', async () => {
  const nima = await aNima();
  const [started] = await collect(await nima.call('chat.stream', say('Hi', { private: true })));
  expect(started).toMatchObject({ type: 'turn.started', private: true });
  const { conversation_id } = await nima.call('chat.send', say('Hi'));
  const failure = await failureOf(nima.call('chat.send', say('Hush', { conversation_id, private: true })));
  expect(failure).toMatchObject({ kind: 'invalid', code: 'conversation_not_private' });
});

test('the meter counts a private talk without saying where', async () => {
  const nima = await aNima();
  const { conversation_id } = await talk(nima);
  expect((await nima.call('chat.usage')).total.answers).toBe(1);
  expect((await nima.call('chat.usage', { conversation_id })).total.answers).toBe(0);
});

test('a file shown only in private goes with it', async () => {
  const nima = await aNima();
  const content = Buffer.from(`Tickets to ${SECRET}`).toString('base64');
  const { id } = await nima.call('attachments.create', { name: 'tickets.txt', content });
  const { conversation_id } = await talk(nima, { attachment_ids: [id] });
  await nima.call('conversations.remove', { id: conversation_id });
  await nima.settle();
  expect((await nima.call('attachments.list')).attachments).toEqual([]);
  expect(await nima.db.kysely.selectFrom('attachment_contents').selectAll().execute()).toEqual([]);
});
