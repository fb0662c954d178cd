import { expect, test } from 'vitest';
import { aNima } from '../../../test/support/nima.ts';
import { aSecondOwner, failureOf } from '../../../test/support/people.ts';

test('what was said there is found no more; what was said elsewhere still is', async () => {
  const { call } = await aNima();
  const gone = await call('conversations.import', { title: 'Gone', messages: [{ content: 'Zebras at the zoo' }] });
  const kept = await call('conversations.import', { title: 'Kept', messages: [{ content: 'Zebras in the book' }] });
  expect((await call('conversations.search', { query: 'zebras' })).turns).toHaveLength(2);
  expect(await call('conversations.remove', { id: gone.id })).toEqual({ id: gone.id, title: 'Gone' });
  const { turns } = await call('conversations.search', { query: 'zebras' });
  expect(turns).toMatchObject([{ conversation_id: kept.id }]);
  expect((await call('memory.recall', { query: 'zebras' })).turns).toHaveLength(1);
  expect((await call('conversations.list', { query: 'zoo' })).conversations).toEqual([]);
  expect(await failureOf(call('conversations.get', { id: gone.id }))).toMatchObject({ code: 'conversation_unknown' });
  expect(await failureOf(call('conversations.remove', { id: gone.id }))).toMatchObject({ kind: 'not_found' });
});

test('a fact learned there stays, and still says where it came from', async () => {
  const { call, settle } = await aNima();
  const messages = [{ role: 'user', content: 'remember that the zoo opens at nine' }];
  const { conversation_id } = await call('chat.send', { messages });
  await settle();
  const [fact] = (await call('memory.facts.list')).facts;
  expect(fact.evidence).toMatchObject({ conversation_id });
  await call('conversations.remove', { id: conversation_id });
  expect(await call('memory.facts.get', { id: fact.id })).toEqual(fact);
});

test("nobody removes another's conversation", async () => {
  const nima = await aNima();
  const { id } = await nima.call('conversations.import', { messages: [{ content: 'Mine' }] });
  const other = await aSecondOwner(nima);
  for (const verb of ['get', 'remove']) {
    expect(await failureOf(nima.call(`conversations.${verb}`, { id }, other))).toMatchObject({ kind: 'not_found' });
  }
  expect((await nima.call('conversations.get', { id })).messages).toHaveLength(1);
});
