import { expect, test } from 'vitest';
import { aNima, collect } from '../../../test/support/nima.ts';
import { failureOf } from '../../../test/support/people.ts';
import { say } from '../../../test/support/scripted-model.ts';

test('what is exported and imported elsewhere is exported there the same, every branch of it', async () => {
  const here = await aNima();
  const first = await here.call('chat.send', say('remember that the boat is called Albatross'));
  await here.call('chat.send', say('Thanks', { conversation_id: first.conversation_id }));
  await collect(await here.call('chat.edit', { id: first.messages[0].id, content: 'What do you know?' }));
  await here.call('conversations.import', { messages: [{ speaker: 'Ada', content: 'Green.', metadata: { mood: 1 } }] });
  const exported = (await here.call('conversations.export')).conversations;
  expect(exported).toHaveLength(2);
  expect(exported.flatMap(({ messages }: { messages: unknown[] }) => messages)).toHaveLength(7);
  const there = await aNima();
  for (const conversation of exported) await there.call('conversations.import', conversation);
  const again = (await there.call('conversations.export')).conversations;
  expect(again).toEqual(exported);
  const [{ id }] = (await there.call('conversations.list', { query: 'What do you know?' })).conversations;
  expect((await there.call('conversations.get', { id })).messages[0].content).toBe('What do you know?');
});

test('as Markdown it reads as it was said, the shown branch only', async () => {
  const { call } = await aNima();
  const { conversation_id, response } = await call('chat.send', say('Hello'));
  const { markdown, conversations } = await call('conversations.export', { conversation_id, format: 'markdown' });
  expect(conversations).toEqual([]);
  expect(markdown).toMatch(/^# Hello\n/);
  expect(markdown).toContain('## You, ');
  expect(markdown).toContain(response);
});

test('many come in pages, each once', async () => {
  const { call } = await aNima();
  for (let n = 0; n < 5; n += 1)
    await call('conversations.import', { title: `Talk ${n}`, messages: [{ content: 'Hi' }] });
  const titles: string[] = [];
  for (let page = { next: {} as object | null }; page.next; ) {
    page = await call('conversations.export', { limit: 2, ...page.next });
    titles.push(...(page as unknown as { conversations: { title: string }[] }).conversations.map(({ title }) => title));
  }
  expect(titles.toSorted()).toEqual(['Talk 0', 'Talk 1', 'Talk 2', 'Talk 3', 'Talk 4']);
});

test('a message that follows one behind it is refused, so no ring gets in', async () => {
  const { call } = await aNima();
  const messages = [
    { content: 'a', parent: 1 },
    { content: 'b', parent: 0 },
  ];
  expect(await failureOf(call('conversations.import', { messages }))).toMatchObject({ code: 'order_broken' });
});

test('a fork takes the turns along and leaves the first conversation as it is', async () => {
  const { call } = await aNima();
  const { conversation_id: id, messages } = await call('chat.send', say('The zebra is striped'));
  await call('chat.send', say('And the lion is not', { conversation_id: id }));
  const fork = await call('conversations.fork', { id, turn_id: messages[1].id });
  expect(fork).toMatchObject({ title: 'Fork of The zebra is striped', turns: 2 });
  await call('chat.send', say('What about okapis?', { conversation_id: fork.id }));
  expect((await call('conversations.get', { id })).messages).toHaveLength(4);
  expect((await call('conversations.get', { id: fork.id })).messages).toHaveLength(4);
  const { turns } = await call('conversations.search', { query: 'zebra striped', role: 'user' });
  expect(turns.filter(({ content }: { content: string }) => content.includes('zebra'))).toHaveLength(1);
});

test('a search shows the talk around what it found, and what it is called', async () => {
  const { call } = await aNima();
  const messages = ['Monday', 'Tuesday', 'The giraffe', 'Thursday', 'Friday'].map((content) => ({ content }));
  await call('conversations.import', { title: 'Week', messages });
  const { turns } = await call('conversations.search', { query: 'giraffe', around: 2, limit: 1 });
  expect(turns).toMatchObject([
    {
      title: 'Week',
      before: [{ content: 'Monday' }, { content: 'Tuesday' }],
      after: [{ content: 'Thursday' }, { content: 'Friday' }],
    },
  ]);
});
