import { expect, test } from 'vitest';
import { aNima, sharedNima } from '../../../test/support/nima.ts';
import { failureOf } from '../../../test/support/people.ts';

const nima = sharedNima();

test('times, speakers and order are kept, and told apart from talk with Nima', async () => {
  const { call } = nima();
  const at = '2023-05-08T13:56:00+02:00';
  const { id, title, turn_ids } = await call('conversations.import', {
    messages: [
      { speaker: 'Caroline', content: 'Hey Mel!\r\nGood to see you.', timestamp: at },
      { speaker: 'Melanie', content: 'Hey Caroline!', timestamp: at, metadata: { image: 'dunes.png' } },
      { role: 'assistant', content: 'Shall I take notes?', timestamp: '2023-05-08T12:00:00Z' },
    ],
  });
  expect(title).toBe('Hey Mel!');
  const conversation = await call('conversations.get', { id });
  expect(conversation).toMatchObject({
    created_at: '2023-05-08T11:56:00.000Z',
    updated_at: '2023-05-08T12:00:00.000Z',
    head_turn_id: turn_ids[2],
  });
  const time = '2023-05-08T11:56:00.000Z';
  expect(conversation.messages).toMatchObject([
    { id: turn_ids[0], speaker: 'Caroline', role: 'user', content: 'Hey Mel!\nGood to see you.', timestamp: time },
    { id: turn_ids[1], speaker: 'Melanie', timestamp: time, metadata: { image: 'dunes.png', imported: true } },
    { id: turn_ids[2], role: 'assistant', status: 'complete' },
  ]);
});

test('what was imported is found by its words, and by the one asked for among many', async () => {
  const { call } = nima();
  const messages = Array.from({ length: 1200 }, (_, n) => ({
    content: `Note ${n} about ${n === 700 ? 'zebras' : 'oats'}`,
  }));
  const { id, turn_ids } = await call('conversations.import', { title: 'Notes', messages });
  expect((await call('conversations.get', { id })).messages.map((turn: { id: string }) => turn.id)).toEqual(turn_ids);
  const { turns } = await call('conversations.search', { query: 'zebras' });
  expect(turns[0]).toMatchObject({ id: turn_ids[700], conversation_id: id });
});

test('half an import is none', async () => {
  const { call } = await aNima();
  const messages = [{ content: 'Fine' }, { content: 'x'.repeat(32_001) }];
  expect(await failureOf(call('conversations.import', { messages }))).toMatchObject({ kind: 'invalid' });
  expect(await call('conversations.list')).toEqual({ conversations: [] });
});

test('a time that is none is refused', async () => {
  const messages = [{ content: 'Fine', timestamp: 'yesterday' }];
  expect(await failureOf(nima().call('conversations.import', { messages }))).toMatchObject({ kind: 'invalid' });
});
