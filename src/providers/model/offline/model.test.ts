import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { jsonSchema, streamText } from 'ai';
import { expect, test } from 'vitest';
import { aLanguage, NOW, optionsOf } from './fixtures.ts';
import { offlineModel } from './model.ts';

const language = aLanguage({ 'list my goals': { operation: 'goals.list', input: { status: 'open' } } });
const model = offlineModel({ language, now: () => NOW });

async function parts(said: string, facts: string[] = []): Promise<LanguageModelV4StreamPart[]> {
  const { stream } = await model.doStream(optionsOf(said, { facts }));
  const all: LanguageModelV4StreamPart[] = [];
  for await (const part of stream) all.push(part);
  return all;
}

test('streams an answer in small pieces and names the facts it used', async () => {
  const all = await parts('Where do I live?', ['Lives in Lisbon near the river and the old tram depot']);
  expect(all.map(({ type }) => type)).toEqual([
    'stream-start',
    'text-start',
    'text-delta',
    'text-delta',
    'text-delta',
    'text-end',
    'finish',
  ]);
  expect(all.at(-1)).toMatchObject({
    finishReason: { unified: 'stop' },
    providerMetadata: { nima: { factsUsed: ['f0'], turnsUsed: [] } },
    usage: { outputTokens: { total: expect.any(Number) } },
  });
});

test('calls a tool with JSON text as input', async () => {
  const call = (await parts('list my goals')).find(({ type }) => type === 'tool-call');
  expect(call).toMatchObject({ toolName: 'goals_list', input: '{"status":"open"}' });
});

test('is a model the SDK accepts', async () => {
  const tools = { goals_list: { description: 'List goals', inputSchema: jsonSchema({ type: 'object' }) } };
  const called = streamText({ model, prompt: 'list my goals', tools });
  expect((await called.toolCalls)[0]).toMatchObject({ toolName: 'goals_list', input: { status: 'open' } });
  expect(await called.finishReason).toBe('tool-calls');
  expect(await streamText({ model, prompt: 'Hello' }).text).toBe('Hello. What are we working on?');
});

test('generates in one piece what it streams', async () => {
  const { content } = await model.doGenerate(optionsOf('Hello'));
  expect(content).toEqual([{ type: 'text', text: 'Hello. What are we working on?' }]);
});

test('does not begin when it was stopped', async () => {
  const options = { ...optionsOf('Hello'), abortSignal: AbortSignal.abort(new Error('stopped')) };
  await expect(model.doStream(options)).rejects.toThrow('stopped');
});
