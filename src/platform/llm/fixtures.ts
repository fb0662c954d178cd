/** For tests of this folder: an offline model that echoes what it was given, settings with defaults, requests, collected events. */
import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { FakeClock } from '../../../test/support/clock.ts';
import { aLog } from '../../../test/support/log.ts';
import type { ModelEvent, ModelPort, ModelRequest } from '../../kernel/ports.ts';
import { Secret } from '../../kernel/secret.ts';
import { type Settings, settingsSchema } from '../settings/schema.ts';
import { createModels, type ModelsOptions } from './models.ts';

export const modelSettings = (given: Partial<Settings['model']> = {}): Settings['model'] =>
  settingsSchema.parse({ model: given }).model;

export const aRequest = (given: Partial<ModelRequest> = {}): ModelRequest => ({
  system: 'You are Nima.',
  messages: [{ role: 'user', text: 'Hello' }],
  tools: [],
  grounding: { facts: [], turns: [] },
  ...given,
});

export const REMEMBER_TOOL = {
  name: 'memory_facts_create',
  description: 'Remembers a fact.',
  inputSchema: { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] },
} as const;

/** Says `offline answer` and keeps the options it was called with. */
export function anOfflineModel(): LanguageModelV4 & { readonly calls: LanguageModelV4CallOptions[] } {
  const calls: LanguageModelV4CallOptions[] = [];
  const parts: LanguageModelV4StreamPart[] = [
    { type: 'stream-start', warnings: [] },
    { type: 'text-start', id: '1' },
    { type: 'text-delta', id: '1', delta: 'offline answer' },
    { type: 'text-end', id: '1' },
    {
      type: 'finish',
      finishReason: { unified: 'stop', raw: 'stop' },
      usage: {
        inputTokens: { total: 3, noCache: 3, cacheRead: 0, cacheWrite: 0 },
        outputTokens: { total: 2, text: 2, reasoning: 0 },
      },
      providerMetadata: { nima: { factsUsed: ['fact-1'], turnsUsed: [] } },
    },
  ];
  return {
    specificationVersion: 'v4',
    provider: 'nima',
    modelId: 'offline',
    supportedUrls: {},
    calls,
    doGenerate: () => Promise.reject(new Error('Only streams are used.')),
    async doStream(options) {
      calls.push(options);
      return { stream: ReadableStream.from(parts) };
    },
  };
}

/** Nothing of the network but `fetch`; by default there is no local Ollama, whatever runs on the tester's machine. */
export function someModels(settings: Partial<Settings['model']>, given: Partial<ModelsOptions> = {}) {
  const parts = { clock: new FakeClock(), log: aLog(), offline: anOfflineModel() };
  const models = createModels({
    settings: modelSettings(settings),
    apiKey: new Secret('sk-very-secret-key'),
    anthropicKey: null,
    fetch: withoutOllama,
    ...parts,
    ...given,
  });
  return { models, ...parts };
}

export const withoutOllama: typeof fetch = (input, init) =>
  String(input).startsWith('http://127.0.0.1:11434')
    ? Promise.reject(new TypeError('fetch failed'))
    : fetch(input, init);

export async function collect(models: ModelPort, request: ModelRequest, signal = new AbortController().signal) {
  const events: ModelEvent[] = [];
  for await (const event of models.stream(request, signal)) events.push(event);
  return events;
}

export const textOf = (events: readonly ModelEvent[]): string =>
  events.map((event) => (event.type === 'text' ? event.text : '')).join('');

/** What came before the failure, and the failure. */
export async function collectUntilFailure(models: ModelPort, request: ModelRequest) {
  const events: ModelEvent[] = [];
  try {
    for await (const event of models.stream(request, new AbortController().signal)) events.push(event);
  } catch (thrown) {
    return { events, failure: thrown as Error & { kind?: string; cause?: unknown } };
  }
  throw new Error('It did not fail.');
}
