import { describe, expect, test } from 'vitest';
import { aNima, type TestNima } from '../../../test/support/nima.ts';
import { failureOf } from '../../../test/support/people.ts';
import { aNimaWithModel, say } from '../../../test/support/scripted-model.ts';
import type { StubServer } from '../../../test/support/stub-server.ts';

const SMALL = { environment: { NIMA_MODEL_CONTEXT_TOKENS: '4096' } };

/** A talk of many long turns, as it comes from elsewhere. */
async function aLongTalk({ call }: TestNima, count = 60): Promise<string> {
  const messages = Array.from({ length: count }, (_, n) => ({
    role: n % 2 === 0 ? 'user' : 'assistant',
    content: `Turn ${n}: we decided that rack ${n} gets ${n + 7} disks. ${'More words about it. '.repeat(20)}`,
  }));
  return (await call('conversations.import', { title: 'Racks', messages })).id;
}
const systemOf = ({ requests }: StubServer): string =>
  requests
    .findLast(({ path }) => path.endsWith('/chat/completions'))
    ?.body.messages.find(({ role }: { role: string }) => role === 'system').content;

describe('a talk longer than the window', () => {
  test('is sent newest first, within the budget, and the rest as summaries that open to every word', async () => {
    const { nima, model } = await aNimaWithModel(SMALL);
    const id = await aLongTalk(nima);
    await nima.call('conversations.instructions.create', { text: 'Answer in metric units' });
    for (let n = 0; n < 3; n += 1) {
      model.script({ text: 'Noted.' });
      await nima.call('chat.send', say(`And now ${n}?`, { conversation_id: id }));
      await nima.settle();
    }
    const { summaries } = await nima.call('conversations.summaries.list', { conversation_id: id });
    expect(summaries.length).toBeGreaterThan(2);
    const covered = summaries.flatMap(({ turn_ids }: { turn_ids: string[] }) => turn_ids);
    expect(new Set(covered).size).toBe(covered.length);
    const opened = await nima.call('conversations.summaries.get', { id: summaries[0].id });
    expect(opened.turns[0].content).toMatch(/^Turn 0: we decided that rack 0 gets 7 disks\./);
    expect(opened.turns).toHaveLength(opened.turn_ids.length);
    const { messages, context_summary } = await nima.call('conversations.get', { id });
    expect(messages).toHaveLength(66);
    expect(context_summary).toContain(opened.text);
    expect(opened.trust).toBe('imported');
  });

  test('keeps every standing instruction in the prompt, however much is left out', async () => {
    const { nima, model } = await aNimaWithModel(SMALL);
    const texts = Array.from({ length: 20 }, (_, n) => `Rule ${n}: never touch cluster ${n}, whatever is said`);
    for (const text of texts) await nima.call('conversations.instructions.create', { text });
    const id = await aLongTalk(nima, 200);
    for (let n = 0; n < 2; n += 1) {
      model.script({ text: 'Noted.' });
      await nima.call('chat.send', say('Go on', { conversation_id: id }));
      await nima.settle();
    }
    model.script({ text: 'Noted.' });
    await nima.call('chat.send', say('Go on', { conversation_id: id }));
    for (const text of texts) expect(systemOf(model)).toContain(`- ${text}`);
  });

  test('is shown by the gauge part by part, and the parts add up to no more than the window', async () => {
    const { nima } = await aNimaWithModel(SMALL);
    const conversation_id = await aLongTalk(nima);
    const gauge = await nima.call('chat.context', { conversation_id, message: 'Where were we?' });
    expect(gauge).toMatchObject({ window_tokens: 4096, model: { id: 'openai-compatible:stub-1', sees_images: false } });
    expect(gauge.used_tokens).toBeLessThanOrEqual(4096);
    const of = (name: string) => gauge.parts.find(({ part }: { part: string }) => part === name);
    expect(of('talk').left_out).toBeGreaterThan(40);
    expect(of('tools').left_out).toBeGreaterThan(0);
    expect(gauge.messages.at(-1).text).toBe('Where were we?');
  });
});

test('a summary of another branch is not shown on this one', async () => {
  const nima = await aNima(SMALL);
  const id = await aLongTalk(nima);
  await nima.call('chat.send', say('Go on', { conversation_id: id }));
  await nima.settle();
  const { messages } = await nima.call('conversations.get', { id });
  expect((await nima.call('conversations.get', { id })).context_summary).not.toBeNull();
  const edit = await nima.call('chat.edit', { id: messages[0].id, content: 'Another beginning' });
  await Array.fromAsync(edit as AsyncIterable<unknown>);
  expect((await nima.call('conversations.get', { id })).context_summary).toBeNull();
});

test('text and calls of an answer keep their order, on record and for the model', async () => {
  const { nima, model } = await aNimaWithModel();
  model.script(
    { after: 'Let me look.', calls: [{ name: 'memory_facts_list', input: {} }] },
    { text: 'Nothing is known.' },
  );
  const { messages, response, conversation_id } = await nima.call('chat.send', say('What do you know?'));
  const { parts, calls } = messages.at(-1).metadata;
  const told = parts.map((part: { type: string; from: number; to: number }) =>
    part.type === 'text' ? response.slice(part.from, part.to).trim() : 'CALL',
  );
  expect(told).toEqual(['Let me look.', 'CALL', 'Nothing is known.']);
  expect(parts[1].call_id).toBe(calls[0].call_id);
  model.script({ text: 'Fine.' });
  await nima.call('chat.send', say('Good', { conversation_id }));
  const asked = model.requests.at(-1)?.body.messages.filter(({ role }: { role: string }) => role !== 'system');
  expect(asked.map(({ role }: { role: string }) => role)).toEqual(['user', 'assistant', 'tool', 'assistant', 'user']);
  expect(asked[1]).toMatchObject({ content: 'Let me look.', tool_calls: [{ type: 'function' }] });
});

test('the meter says what models took, by day and by model', async () => {
  const { nima, model } = await aNimaWithModel();
  model.script({ text: 'One.' }, { text: 'Two.' });
  const { conversation_id, turn_id } = await nima.call('chat.send', say('First'));
  await nima.call('chat.send', say('Second'));
  const usage = await nima.call('chat.usage', { time_zone: 'Asia/Kathmandu' });
  expect(usage.total).toMatchObject({ answers: 2, output_tokens: 14 });
  expect(usage.total.input_tokens).toBeGreaterThan(500);
  expect(usage).toMatchObject({ today: usage.total, by_model: [{ model: 'openai-compatible:stub-1', answers: 2 }] });
  expect(usage.by_day).toHaveLength(1);
  expect((await nima.call('chat.usage', { conversation_id })).total.answers).toBe(1);
  expect((await nima.call('chat.usage', { turn_id })).total).toMatchObject({ answers: 1, output_tokens: 7 });
  expect(await failureOf(nima.call('chat.usage', { time_zone: 'Mars/Olympus' }))).toMatchObject({ kind: 'invalid' });
});
