import OpenAI from 'openai';
import { describe, expect, test } from 'vitest';
import { aNima, type TestNima } from '../../../test/support/nima.ts';
import { aNimaWithModel, lastAsked } from '../../../test/support/scripted-model.ts';

/** The official client, talking to this Nima as it would to its own service. */
function clientOf(nima: TestNima, apiKey = nima.token): OpenAI {
  const transport = (url: unknown, init?: RequestInit) => {
    const { pathname, search } = new URL(String(url));
    const sent = new Headers(init?.headers);
    const headers = { Authorization: sent.get('authorization') ?? '', 'Content-Type': 'application/json' };
    return nima.request(`${pathname}${search}`, { ...init, headers });
  };
  return new OpenAI({ apiKey, baseURL: 'http://127.0.0.1:8002/v1', fetch: transport as typeof fetch, maxRetries: 0 });
}

const user = (content: string) => ({ role: 'user' as const, content });
const weather = {
  type: 'function' as const,
  function: { name: 'weather', description: 'Weather of a city', parameters: { type: 'object', properties: {} } },
};

describe('the official client', () => {
  test('finds the models', async () => {
    const client = clientOf(await aNima());
    const models = await Array.fromAsync(await client.models.list());
    expect(models.map(({ id }) => id)).toEqual(['nima', 'nima-private']);
  });

  test('is answered from memory, whole', async () => {
    const nima = await aNima();
    await nima.call('memory.facts.create', { fact: 'The boat is called Albatross' });
    const answer = await clientOf(nima).chat.completions.create({
      model: 'nima',
      messages: [user('What is my boat called?')],
    });
    expect(answer.choices[0]).toMatchObject({
      finish_reason: 'stop',
      message: { role: 'assistant', content: expect.stringContaining('Albatross') },
    });
    expect(answer.usage?.total_tokens).toBeGreaterThan(0);
  });

  test('follows an answer as it is made, and its usage when asked', async () => {
    const { nima, model } = await aNimaWithModel();
    model.script({ text: 'Use a systemd timer for that.' });
    const stream = await clientOf(nima).chat.completions.create({
      model: 'nima',
      stream: true,
      stream_options: { include_usage: true },
      messages: [user('How do I run a job every night?')],
    });
    const chunks = await Array.fromAsync(stream);
    const text = chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('');
    expect(text).toBe('Use a systemd timer for that.');
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('stop');
    expect(chunks.at(-1)?.usage?.completion_tokens).toBeGreaterThan(0);
  });

  test('that sends its whole talk again goes on in the same conversation', async () => {
    const nima = await aNima();
    const client = clientOf(nima);
    const first = [{ role: 'system' as const, content: 'Be brief.' }, user('My dog is called Biscoito')];
    const one = await client.chat.completions.create({ model: 'nima', messages: first });
    const said = { role: 'assistant' as const, content: one.choices[0]?.message.content ?? '' };
    await client.chat.completions.create({
      model: 'nima',
      messages: [...first, said, user('What is my dog called?')],
    });
    const { conversations } = await nima.call('conversations.list');
    expect(conversations).toHaveLength(1);
    const { messages } = await nima.call('conversations.get', { id: conversations[0].id });
    expect(messages.map(({ role }: { role: string }) => role)).toEqual([
      'system',
      'user',
      'assistant',
      'user',
      'assistant',
    ]);
  });

  test('that changes what Nima said begins a new conversation, with its own words as a claim', async () => {
    const nima = await aNima();
    const client = clientOf(nima);
    await client.chat.completions.create({ model: 'nima', messages: [user('Hello')] });
    await client.chat.completions.create({
      model: 'nima',
      messages: [user('Hello'), { role: 'assistant', content: 'I never said this.' }, user('Why?')],
    });
    const { conversations } = await nima.call('conversations.list');
    expect(conversations).toHaveLength(2);
  });

  test('runs its own tools, and the answer goes on with what they say', async () => {
    const { nima, model } = await aNimaWithModel();
    const client = clientOf(nima);
    model.script(
      { calls: [{ name: 'weather', input: { city: 'Lisbon' } }] },
      { text: 'Sunny in Lisbon, take the bike.' },
    );
    const messages = [user('Bike or train in Lisbon?')];
    const asked = await client.chat.completions.create({ model: 'nima', messages, tools: [weather] });
    const [call] = asked.choices[0]?.message.tool_calls ?? [];
    expect(asked.choices[0]?.finish_reason).toBe('tool_calls');
    expect(call).toMatchObject({ type: 'function', function: { name: 'weather', arguments: '{"city":"Lisbon"}' } });
    const answer = await client.chat.completions.create({
      model: 'nima',
      tools: [weather],
      messages: [
        ...messages,
        { role: 'assistant', content: asked.choices[0]?.message.content ?? null, tool_calls: call ? [call] : [] },
        { role: 'tool', tool_call_id: call?.id ?? '', content: '27 degrees, no wind' },
      ],
    });
    expect(answer.choices[0]?.message.content).toBe('Sunny in Lisbon, take the bike.');
    expect(JSON.stringify(lastAsked(model))).toContain('27 degrees');
    expect((await nima.call('conversations.list')).conversations).toHaveLength(1);
  });

  test('follows a tool call in pieces', async () => {
    const { nima, model } = await aNimaWithModel();
    model.script({ calls: [{ name: 'weather', input: { city: 'Porto' } }] });
    const stream = clientOf(nima).chat.completions.stream({
      model: 'nima',
      messages: [user('Weather in Porto?')],
      tools: [weather],
    });
    const { choices } = await stream.finalChatCompletion();
    expect(choices[0]?.message.tool_calls?.[0]).toMatchObject({ function: { name: 'weather' } });
  });

  test('has nothing remembered by the model that remembers nothing', async () => {
    const nima = await aNima({ isRunning: true });
    await clientOf(nima).chat.completions.create({
      model: 'nima-private',
      messages: [user('Remember that my safe has the code 4711')],
    });
    await nima.settle();
    expect((await nima.call('memory.facts.list')).facts).toEqual([]);
  });
});

describe('what cannot be done', () => {
  test.for([
    [{ model: 'gpt-5' }, 404, 'model_not_found'],
    [{ n: 2 }, 400, 'n_unsupported'],
    [{ response_format: { type: 'json_object' } }, 400, 'response_format_unsupported'],
    [{ tool_choice: 'required' }, 400, 'tool_choice_unsupported'],
    [{ tools: [{ type: 'function', function: { name: 'memory_facts_remove' } }] }, 400, 'tool_name_taken'],
    [
      { messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'http://10.0.0.1/a.png' } }] }] },
      400,
      'image_not_inline',
    ],
    [{ messages: [] }, 400, 'invalid_request'],
    [{ messages: [{ role: 'assistant', content: 'Hi' }] }, 400, 'invalid_input'],
  ] as const)('is refused in words: %j', async ([body, status, code]) => {
    const nima = await aNima();
    const json = { model: 'nima', messages: [user('Hi')], ...body };
    const response = await nima.request('/v1/chat/completions', { json });
    expect(response.status).toBe(status);
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/\.$|: /);
    expect((await nima.call('conversations.list')).conversations).toEqual([]);
  });

  test('a stranger is not let in', async () => {
    const client = clientOf(await aNima(), 'nima_not_a_token');
    await expect(client.chat.completions.create({ model: 'nima', messages: [user('Hi')] })).rejects.toMatchObject({
      status: 401,
    });
  });

  test('an answer that fails half-way says so in the stream', async () => {
    const { nima, model } = await aNimaWithModel();
    model.script({ drops: true, after: 'The first half ' }, { drops: true, after: 'The first half ' });
    const stream = await clientOf(nima).chat.completions.create({
      model: 'nima',
      stream: true,
      messages: [user('Tell me')],
    });
    await expect(Array.fromAsync(stream)).rejects.toThrow();
  });
});
