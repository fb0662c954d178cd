import { describe, expect, test } from 'vitest';
import { aNima, collect, sharedNima } from '../../../test/support/nima.ts';
import { aSecondOwner, failureOf } from '../../../test/support/people.ts';
import { aNimaWithModel, lastAsked, say } from '../../../test/support/scripted-model.ts';
import { until } from '../../../test/support/until.ts';
import type { NumberedEvent } from './events.ts';

const turnIdOf = ([first]: NumberedEvent[]): string => (first?.type === 'turn.started' ? first.turn_id : '');
const textOf = (events: NumberedEvent[]) =>
  events.map((event) => (event.type === 'text.delta' ? event.text : '')).join('');

describe('a stream', () => {
  const nima = sharedNima();

  test('numbers its events, opens with who answers and closes with the whole answer', async () => {
    const events: NumberedEvent[] = await collect(await nima().call('chat.stream', say('Hello')));
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events[0]).toMatchObject({ type: 'turn.started', model: { id: 'offline', leaves_machine: false } });
    expect(events[1]).toMatchObject({ type: 'recall', facts: [], turns: [] });
    expect(events.at(-1)).toMatchObject({
      type: 'turn.ended',
      status: 'complete',
      response: textOf(events),
      error: null,
    });
  });

  test('is the same from any event on, also for one who asked by chat.send', async () => {
    const { call } = nima();
    const events: NumberedEvent[] = await collect(await call('chat.send', say('What can you do?', { stream: true })));
    const id = turnIdOf(events);
    for (const after of [0, 1, 3, events.length - 1, events.length]) {
      expect(await collect(await call('chat.resume', { id, after }))).toEqual(events.slice(after));
    }
  });

  test('that was forgotten still tells how the answer ended', async () => {
    const { call, db } = nima();
    const events: NumberedEvent[] = await collect(await call('chat.stream', say('Hello again')));
    await db.kysely.deleteFrom('stream_events').execute();
    await db.kysely.deleteFrom('streams').execute();
    expect(await collect(await call('chat.resume', { id: turnIdOf(events), after: 2 }))).toEqual([
      { ...events.at(-1), seq: 3 },
    ]);
  });

  test('of another person, of a question, or of nobody is not there', async () => {
    const events: NumberedEvent[] = await collect(await nima().call('chat.stream', say('Mine alone')));
    const id = turnIdOf(events);
    const other = await aSecondOwner(nima());
    expect(await failureOf(nima().call('chat.resume', { id }, other).then(collect))).toMatchObject({
      code: 'turn_unknown',
    });
    expect(await failureOf(nima().call('chat.stop', { id }, other))).toMatchObject({ code: 'turn_unknown' });
    const question = events[0]?.type === 'turn.started' ? events[0].user_turn_id : null;
    for (const unknown of [question, crypto.randomUUID()]) {
      const failure = await failureOf(nima().call('chat.resume', { id: unknown }).then(collect));
      expect(failure).toMatchObject({ kind: 'not_found', code: 'turn_unknown' });
    }
  });
});

test('two readers of one answer see the same, one of them late', async () => {
  const { nima, model } = await aNimaWithModel();
  model.script({ text: `One ${'two three '.repeat(40)}end.` });
  const stream = (await nima.call('chat.stream', say('Count')))[Symbol.asyncIterator]();
  const first = (await stream.next()).value as NumberedEvent;
  const id = turnIdOf([first]);
  const late = nima.call('chat.resume', { id }).then(collect);
  const early = [first, ...(await collect({ [Symbol.asyncIterator]: () => stream }))];
  expect(await late).toEqual(early);
});

describe('a stop', () => {
  test('keeps what was written, ends every reader, and is told of', async () => {
    const { nima, model } = await aNimaWithModel();
    model.script({ hangs: true, after: 'So far so good. ' });
    const stream = (await nima.call('chat.stream', say('Go on and on')))[Symbol.asyncIterator]();
    const id = turnIdOf([(await stream.next()).value]);
    await until(() => model.requests.some(({ path }) => path.endsWith('completions')));
    expect(await nima.call('chat.stop', { id })).toEqual({ id, was_generating: true });
    await until(async () => (await stream.next()).done);
    const all: NumberedEvent[] = await collect(await nima.call('chat.resume', { id }));
    expect(all.at(-1)).toMatchObject({ type: 'turn.ended', status: 'stopped', error: null });
    expect(all.at(-1)).toHaveProperty('response', textOf(all));
    expect(await nima.call('chat.stop', { id })).toEqual({ id, was_generating: false });
    model.script({ text: 'Gladly.' });
    const conversation_id = all[0]?.type === 'turn.started' ? all[0].conversation_id : '';
    await nima.call('chat.send', say('Go on', { conversation_id }));
    expect(lastAsked(model).at(-1)).toMatchObject({ role: 'user', content: 'Go on' });
  });

  test('of an answer that is done changes nothing', async () => {
    const nima = await aNima();
    const { turn_id } = await nima.call('chat.send', say('Hello'));
    expect(await nima.call('chat.stop', { id: turn_id })).toEqual({ id: turn_id, was_generating: false });
  });
});

describe('branches', () => {
  const ended = async (events: AsyncIterable<NumberedEvent>) => (await collect(events)).at(-1);

  test('another answer stands beside the first and is shown; the question is asked as it stood', async () => {
    const { nima, model } = await aNimaWithModel();
    model.script({ text: 'Blue.' }, { text: 'Green.' });
    const first = await nima.call('chat.send', say('Which colour?', { temperature: 0.1, max_length: 50 }));
    expect(await ended(await nima.call('chat.regenerate', { id: first.turn_id }))).toMatchObject({
      response: 'Green.',
    });
    const { messages } = await nima.call('conversations.get', { id: first.conversation_id });
    expect(messages.map(({ content }: { content: string }) => content)).toEqual(['Which colour?', 'Green.']);
    expect(messages[1].siblings[0]).toBe(first.turn_id);
    expect(lastAsked(model)).toMatchObject([{ role: 'user', content: 'Which colour?' }]);
    expect(model.requests.at(-1)?.body).toMatchObject({ temperature: 0.1 });
    const failure = await failureOf(nima.call('chat.regenerate', { id: messages[0].id }).then(collect));
    expect(failure).toMatchObject({ kind: 'invalid', code: 'turn_not_answer' });
  });

  test('an edited question starts anew from there; the first wording stays', async () => {
    const { nima, model } = await aNimaWithModel();
    model.script({ text: 'A1' }, { text: 'A2' }, { text: 'B2' });
    const first = await nima.call('chat.send', say('Q1'));
    const { conversation_id } = first;
    const second = await nima.call('chat.send', say('Q2', { conversation_id }));
    const question = second.messages[2];
    expect(await ended(await nima.call('chat.edit', { id: question.id, content: 'Q2 better' }))).toMatchObject({
      response: 'B2',
    });
    expect(lastAsked(model).map(({ content }) => content)).toEqual(['Q1', 'A1', 'Q2 better']);
    const { messages } = await nima.call('conversations.get', { id: conversation_id });
    expect(messages[2].siblings).toEqual([question.id, messages[2].id]);
    expect((await nima.call('conversations.search', { query: 'Q2' })).turns.length).toBeGreaterThanOrEqual(2);
    const failure = await failureOf(nima.call('chat.edit', { id: first.turn_id, content: 'x' }).then(collect));
    expect(failure).toMatchObject({ code: 'turn_not_yours' });
    expect(await failureOf(nima.call('chat.edit', { id: question.id, content: ' ' }).then(collect))).toMatchObject({
      kind: 'invalid',
    });
  });
});

test('a conversation removed under a running answer ends that answer quietly', async () => {
  const { nima, model } = await aNimaWithModel();
  model.script({ hangs: true, after: 'I will ' });
  const answering = failureOf(nima.call('chat.send', say('Remove me')));
  const [conversation] = await until(async () => {
    const { conversations } = await nima.call('conversations.list');
    return conversations.length > 0 && conversations;
  });
  await until(() => model.requests.some(({ path }) => path.endsWith('completions')));
  await nima.call('conversations.remove', { id: conversation.id });
  expect(await answering).toMatchObject({ kind: 'not_found', code: 'conversation_unknown' });
});
