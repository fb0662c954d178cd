import { expect, test } from 'vitest';
import { aNima, sharedNima } from '../../../test/support/nima.ts';
import { aSecondOwner, failureOf } from '../../../test/support/people.ts';

const nima = sharedNima();

test('another branch is shown from its newest turn, and back again', async () => {
  const { call } = await aNima();
  const first = await call('chat.send', { messages: [{ role: 'user', content: 'Hello' }] });
  const id = first.conversation_id;
  const more = await call('chat.send', { messages: [{ role: 'user', content: 'Thanks' }], conversation_id: id });
  const [question] = first.messages;
  const edited = (await Array.fromAsync(await call('chat.edit', { id: question.id, content: 'Good morning' }))).at(-1);
  expect(edited).toMatchObject({ type: 'turn.ended', status: 'complete' });
  const shown = async () =>
    (await call('conversations.get', { id })).messages.map(({ content }: { content: string }) => content);
  expect((await shown())[0]).toBe('Good morning');
  expect(await call('conversations.update', { id, turn_id: question.id })).toHaveProperty('head_turn_id', more.turn_id);
  expect(await shown()).toEqual(['Hello', first.response, 'Thanks', more.response]);
  const { messages } = await call('conversations.get', { id });
  expect(messages[0].siblings).toHaveLength(2);
});

test('a new name is one line, and nothing else changes', async () => {
  const { call } = nima();
  const { id } = await call('conversations.import', { title: 'Standup', messages: [{ content: 'Green.' }] });
  const before = await call('conversations.get', { id });
  const after = await call('conversations.update', { id, title: '  The\nstand\u0000up \t of May ' });
  expect(after).toMatchObject({ title: 'The standup of May', head_turn_id: before.head_turn_id });
  expect((await call('conversations.get', { id })).messages).toEqual(before.messages);
  expect(await failureOf(call('conversations.update', { id, title: ' \n ' }))).toMatchObject({ kind: 'invalid' });
});

test("a turn of another conversation, or somebody else's conversation, is not there", async () => {
  const { call } = nima();
  const mine = await call('conversations.import', { messages: [{ content: 'One' }] });
  const elsewhere = await call('conversations.import', { messages: [{ content: 'Two' }] });
  const astray = { id: mine.id, turn_id: elsewhere.turn_ids[0] };
  expect(await failureOf(call('conversations.update', astray))).toMatchObject({ code: 'turn_unknown' });
  const other = await aSecondOwner(nima());
  for (const change of [{ title: 'Taken' }, { turn_id: mine.turn_ids[0] }]) {
    const failure = await failureOf(call('conversations.update', { id: mine.id, ...change }, other));
    expect(failure).toMatchObject({ kind: 'not_found', code: 'conversation_unknown' });
  }
});
