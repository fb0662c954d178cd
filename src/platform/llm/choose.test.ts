import { describe, expect, test } from 'vitest';
import { FakeClock } from '../../../test/support/clock.ts';
import { Secret } from '../../kernel/secret.ts';
import { createChooser } from './choose.ts';
import { modelSettings } from './fixtures.ts';

const OLLAMA = 'http://127.0.0.1:11434/v1/models';
const CONFIGURED = 'http://models.example/v1/models';

/** A network where these addresses list these models; everything else refuses. */
function aNetwork(models: Record<string, readonly string[]>) {
  const asked: { url: string; authorization: string | null }[] = [];
  const network: typeof fetch = async (input, init) => {
    asked.push({ url: String(input), authorization: new Headers(init?.headers).get('authorization') });
    const names = models[String(input)];
    if (!names) throw new TypeError('fetch failed');
    return Response.json({ data: names.map((id) => ({ id })) });
  };
  return { fetch: network, asked, models };
}

function aChooser(network: ReturnType<typeof aNetwork>, settings = {}, anthropicKey: Secret | null = null) {
  const clock = new FakeClock();
  const options = { settings: modelSettings(settings), apiKey: new Secret('sk'), anthropicKey, clock };
  return { clock, chooser: createChooser({ ...options, fetch: network.fetch }) };
}

describe('auto', () => {
  test('takes the configured server first, with the first model it lists', async () => {
    const network = aNetwork({ [CONFIGURED]: ['big', 'small'], [OLLAMA]: ['qwen3:4b'] });
    const { chooser } = aChooser(network, { baseUrl: 'http://models.example/v1' });
    expect((await chooser.current()).choice).toEqual({
      id: 'openai-compatible:big',
      label: 'big at models.example',
      leavesMachine: true,
      because: 'The configured server answers.',
    });
  });

  test('takes the model that is named rather than the first', async () => {
    const network = aNetwork({ [CONFIGURED]: ['big', 'small'] });
    const { chooser } = aChooser(network, { baseUrl: 'http://models.example/v1', name: 'small' });
    expect((await chooser.current()).choice.id).toBe('openai-compatible:small');
  });

  test('takes Anthropic when a key is set and no server answers', async () => {
    const { chooser } = aChooser(aNetwork({ [OLLAMA]: ['qwen3:4b'] }), {}, new Secret('sk-ant'));
    expect((await chooser.current()).choice.id).toBe('anthropic:claude-sonnet-4-5');
  });

  test('takes a local Ollama, which leaves nothing and does not see the key', async () => {
    const network = aNetwork({ [OLLAMA]: ['qwen3:4b'] });
    const { chooser } = aChooser(network);
    expect((await chooser.current()).choice).toMatchObject({ label: 'qwen3:4b at 127.0.0.1', leavesMachine: false });
    expect(network.asked).toEqual([{ url: OLLAMA, authorization: null }]);
  });

  test('stays offline when nobody answers, and says why', async () => {
    const { chooser } = aChooser(aNetwork({}), { baseUrl: 'http://models.example/v1' });
    expect((await chooser.current()).choice).toEqual({
      id: 'offline',
      label: 'Offline model',
      leavesMachine: false,
      because: 'The configured server at models.example does not answer.',
    });
  });
});

describe('what was found', () => {
  test('is kept for 30 s', async () => {
    const network = aNetwork({ [OLLAMA]: ['qwen3:4b'] });
    const { chooser, clock } = aChooser(network);
    await chooser.current();
    await clock.advance('29 seconds');
    await chooser.current();
    expect(network.asked).toHaveLength(1);
  });

  test('is renewed in the background: nobody waits for the second probe', async () => {
    const network = aNetwork({});
    const { chooser, clock } = aChooser(network);
    expect((await chooser.current()).choice.id).toBe('offline');
    network.models[OLLAMA] = ['qwen3:4b'];
    await clock.advance('31 seconds');
    expect((await chooser.current()).choice.id).toBe('offline');
    await clock.advance(1);
    expect((await chooser.current()).choice.id).toBe('openai-compatible:qwen3:4b');
  });

  test('is asked for once, however many wait for it', async () => {
    const network = aNetwork({ [OLLAMA]: ['qwen3:4b'] });
    const { chooser } = aChooser(network);
    await Promise.all([chooser.current(), chooser.current(), chooser.current()]);
    expect(network.asked).toHaveLength(1);
  });
});

test('a model named in the settings is taken without asking anybody', async () => {
  const network = aNetwork({});
  const { chooser } = aChooser(network, { provider: 'openai-compatible', name: 'qwen3:4b' });
  expect((await chooser.current()).choice).toMatchObject({ id: 'openai-compatible:qwen3:4b', leavesMachine: false });
  expect(network.asked).toHaveLength(0);
});
