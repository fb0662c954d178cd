import { afterEach, describe, expect, test } from 'vitest';
import { startStubAnthropic } from '../../../test/support/stub-anthropic.ts';
import { startStubOpenAi } from '../../../test/support/stub-openai.ts';
import type { StubServer } from '../../../test/support/stub-server.ts';
import { Failure } from '../../kernel/errors.ts';
import { Secret } from '../../kernel/secret.ts';
import {
  aRequest,
  collect,
  collectUntilFailure,
  REMEMBER_TOOL,
  someModels,
  textOf,
  withoutOllama,
} from './fixtures.ts';

const open: StubServer[] = [];
async function aServer(models?: readonly string[]): Promise<StubServer> {
  const stub = await startStubOpenAi(models ? { models } : {});
  open.push(stub);
  return stub;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((stub) => stub.stop()));
});

describe('a server that speaks the OpenAI protocol', () => {
  test('streams its text in pieces and says which model answered and what it cost', async () => {
    const stub = await aServer();
    stub.script({ text: 'Tabs, as you like them.' });
    const { models } = someModels({ provider: 'openai-compatible', baseUrl: stub.url });

    const events = await collect(models, aRequest());

    expect(textOf(events)).toBe('Tabs, as you like them.');
    expect(events.filter(({ type }) => type === 'text').length).toBeGreaterThan(1);
    expect(events.at(-1)).toMatchObject({
      type: 'finish',
      reason: 'stop',
      model: 'openai-compatible:stub-1',
      outputTokens: 7,
    });
  });

  test('calls a tool whose arguments arrive in pieces, and nothing runs it here', async () => {
    const stub = await aServer();
    stub.script({ calls: [{ name: 'memory_facts_create', input: { text: 'I prefer tabs over spaces' } }] });
    const { models } = someModels({ provider: 'openai-compatible', baseUrl: stub.url });

    const events = await collect(models, aRequest({ tools: [REMEMBER_TOOL] }));

    expect(events.map(({ type }) => type)).toEqual(['call', 'finish']);
    expect(events[0]).toMatchObject({
      call: { name: 'memory_facts_create', input: { text: 'I prefer tabs over spaces' } },
    });
    expect(stub.requests).toHaveLength(2);
  });

  test('reads the conversation with calls, results and failures, and leaves out a call nobody answered', async () => {
    const stub = await aServer();
    const { models } = someModels({ provider: 'openai-compatible', baseUrl: stub.url });
    const call = { id: 'c1', name: 'memory_facts_create', input: { text: 'x' } };
    const failure = new Failure('limit', 'You keep 10 of 10 facts.');

    await collect(
      models,
      aRequest({
        tools: [REMEMBER_TOOL],
        messages: [
          { role: 'user', text: 'Remember x' },
          { role: 'assistant', text: 'One moment.', calls: [call, { ...call, id: 'unanswered' }] },
          { role: 'tool', callId: 'c1', name: call.name, result: { state: 'failed', failure } },
        ],
      }),
    );

    const { messages } = stub.requests.at(-1)?.body ?? {};
    expect(messages.map(({ role }: { role: string }) => role)).toEqual(['system', 'user', 'assistant', 'tool']);
    expect(messages[2].tool_calls).toHaveLength(1);
    expect(messages[3].content).toContain('You keep 10 of 10 facts.');
  });

  test('keeps the grounding to itself: it is data for the offline model only', async () => {
    const stub = await aServer();
    const { models } = someModels({ provider: 'openai-compatible', baseUrl: stub.url });
    const facts = [{ id: 'f1', text: 'GROUNDING-ONLY', source: 'chat', when: '2026-01-01' }];
    await collect(models, aRequest({ grounding: { facts, turns: [] } }));
    expect(JSON.stringify(stub.requests)).not.toContain('GROUNDING-ONLY');
  });

  test.each([
    ['a wrong key', { status: 401, message: 'Incorrect key sk-very-secret-key' }, 'unavailable', /Check the key/],
    ['too many requests', { status: 429 }, 'limit', /Wait a minute/],
    ['a broken server', { status: 500 }, 'unavailable', /HTTP 500/],
    [
      'an unknown model',
      { status: 404, message: 'no model stub-9, sk-very-secret-key' },
      'unavailable',
      /no model stub-9/,
    ],
    ['garbage', { garbage: '<html>not a model</html>' }, 'unavailable', /not a model's answer/],
    [
      'arguments that are no JSON',
      { rawCall: { name: 'memory_facts_create', arguments: '{"te' } },
      'unavailable',
      /JSON/,
    ],
    ['an empty answer', { text: '' }, 'unavailable', /without an answer/],
  ] as const)('tells what to do about %s, without showing the key', async (_, reply, kind, text) => {
    const stub = await aServer();
    stub.script(reply);
    const { models, log } = someModels({ provider: 'openai-compatible', baseUrl: stub.url });

    const { failure } = await collectUntilFailure(models, aRequest({ tools: [REMEMBER_TOOL] }));

    expect(failure).toMatchObject({ kind, message: expect.stringMatching(text) });
    expect(`${failure} ${failure.cause} ${JSON.stringify(log.lines)}`).not.toContain('sk-very');
    expect(stub.requests.filter(({ path }) => path.endsWith('completions'))).toHaveLength(1);
  });

  test.each([
    { drops: true, after: 'Half of ' },
    { stops: true, after: 'Half of ' },
  ] as const)('hands on what was said before the line was lost: %o', async (reply) => {
    const stub = await aServer();
    stub.script(reply);
    const { models } = someModels({ provider: 'openai-compatible', baseUrl: stub.url });
    const { events, failure } = await collectUntilFailure(models, aRequest());
    expect(textOf(events)).toBe('Half of ');
    expect(failure).toMatchObject({ kind: 'unavailable', message: expect.stringContaining('was lost') });
  });

  test('counts as hanging after a minute of silence', async () => {
    const stub = await aServer();
    stub.script({ hangs: true, after: 'Let me ' });
    const { models, clock } = someModels({ provider: 'openai-compatible', baseUrl: stub.url });
    const stream = models.stream(aRequest(), new AbortController().signal)[Symbol.asyncIterator]();

    expect(await stream.next()).toMatchObject({ value: { text: 'Let me ' } });
    const next = stream.next();
    const told = expect(next).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('stub-1 at 127.0.0.1 said nothing for 60 s'),
    });
    await clock.advance('61 seconds');
    await told;
  });

  test('stops at once when the person stops it', async () => {
    const stub = await aServer();
    stub.script({ hangs: true, after: 'Let me ' });
    const { models } = someModels({ provider: 'openai-compatible', baseUrl: stub.url });
    const person = new AbortController();
    const stream = models.stream(aRequest(), person.signal)[Symbol.asyncIterator]();
    await stream.next();
    const next = stream.next();
    person.abort(new Error('stopped'));
    await expect(next).rejects.toThrow('stopped');
  });

  test('says what to check when nothing listens there', async () => {
    const stub = await startStubOpenAi();
    await stub.stop();
    for (const name of [undefined, 'qwen3:4b']) {
      const { models } = someModels({ provider: 'openai-compatible', baseUrl: stub.url, ...(name ? { name } : {}) });
      const { failure } = await collectUntilFailure(models, aRequest());
      expect(failure).toMatchObject({
        kind: 'unavailable',
        message: expect.stringMatching(/127\.0\.0\.1.*Check that/),
      });
    }
  });

  test('is not followed to another host', async () => {
    const elsewhere = await aServer();
    const redirecting: typeof fetch = (input, init) =>
      init?.redirect === 'error' ? Promise.reject(new TypeError('unexpected redirect')) : fetch(input, init);
    const settings = { provider: 'openai-compatible', baseUrl: elsewhere.url, name: 'x' } as const;
    const { models } = someModels(settings, { fetch: redirecting });
    await collectUntilFailure(models, aRequest());
    expect(elsewhere.requests).toHaveLength(0);
  });
});

describe('Anthropic', () => {
  async function anthropic() {
    const stub = await startStubAnthropic();
    open.push(stub);
    const toStub: typeof fetch = (input, init) =>
      withoutOllama(String(input).replace('https://api.anthropic.com/v1', stub.url), init);
    const given = { apiKey: null, anthropicKey: new Secret('sk-ant-secret'), fetch: toStub };
    return { stub, ...someModels({ provider: 'anthropic' }, given) };
  }

  test('streams text and calls tools', async () => {
    const { stub, models } = await anthropic();
    stub.script({ text: 'Noted.', calls: [{ name: 'memory_facts_create', input: { text: 'tea' } }] });
    const events = await collect(models, aRequest({ tools: [REMEMBER_TOOL] }));
    expect(textOf(events)).toBe('Noted.');
    expect(events.find(({ type }) => type === 'call')).toMatchObject({ call: { input: { text: 'tea' } } });
    expect(events.at(-1)).toMatchObject({ model: 'anthropic:claude-sonnet-4-5', reason: 'tool-calls' });
    expect(stub.requests[0]?.headers['x-api-key']).toBe('sk-ant-secret');
  });

  test.each([
    [{ status: 401 }, 'unavailable'],
    [{ status: 429 }, 'limit'],
    [{ status: 529 }, 'unavailable'],
    [{ drops: true, after: 'Half' }, 'unavailable'],
    [{ stops: true, after: 'Half' }, 'unavailable'],
    [{ garbage: 'nonsense' }, 'unavailable'],
  ] as const)('fails plainly with %o', async (reply, kind) => {
    const { stub, models } = await anthropic();
    stub.script(reply);
    expect((await collectUntilFailure(models, aRequest())).failure).toMatchObject({ kind });
  });

  test('leaves this machine, and says so', async () => {
    const { models } = await anthropic();
    expect(await models.choose()).toMatchObject({
      id: 'anthropic:claude-sonnet-4-5',
      label: 'claude-sonnet-4-5 at api.anthropic.com',
      leavesMachine: true,
    });
  });

  test('needs a key', async () => {
    const { models } = someModels({ provider: 'anthropic' });
    expect((await collectUntilFailure(models, aRequest())).failure.message).toContain('model.anthropicKey');
  });
});

describe('the offline model', () => {
  test('answers, gets the grounding as data and tells which memory it used', async () => {
    const { models, offline } = someModels({ provider: 'offline' });
    const grounding = {
      facts: [{ id: 'fact-1', text: 'Prefers tabs', source: 'chat', when: '2026-01-01' }],
      turns: [],
    };
    const tool = {
      ...REMEMBER_TOOL,
      operation: 'memory.facts.create',
      summary: 'Remembers a fact.',
      effect: 'write',
    } as const;

    const events = await collect(models, aRequest({ grounding, tools: [tool] }));

    expect(textOf(events)).toBe('offline answer');
    expect(events.at(-1)).toMatchObject({ model: 'offline', factsUsed: ['fact-1'], turnsUsed: [] });
    expect(offline.calls[0]?.providerOptions?.nima).toEqual({
      grounding,
      operations: {
        memory_facts_create: { operation: 'memory.facts.create', summary: 'Remembers a fact.', effect: 'write' },
      },
    });
  });
});

describe('with `auto`', () => {
  test('a model that fails before its first word is replaced by the offline one, and the choice says so', async () => {
    const stub = await aServer();
    stub.script({ status: 500 });
    const { models } = someModels({ provider: 'auto', baseUrl: stub.url });
    expect((await models.choose()).label).toBe('stub-1 at 127.0.0.1');

    const events = await collect(models, aRequest());

    expect(textOf(events)).toBe('offline answer');
    expect(events.at(-1)).toMatchObject({ model: 'offline' });
    expect(await models.choose()).toMatchObject({
      id: 'offline',
      because: 'stub-1 at 127.0.0.1 failed a moment ago, so the offline model answers until it is back.',
    });
  });

  test('a model that fails in the middle of its answer is not continued by another', async () => {
    const stub = await aServer();
    stub.script({ drops: true, after: 'Half of ' });
    const { models } = someModels({ provider: 'auto', baseUrl: stub.url });
    const { events, failure } = await collectUntilFailure(models, aRequest());
    expect(textOf(events)).toBe('Half of ');
    expect(failure).toMatchObject({ kind: 'unavailable' });
  });
});
