/**
 * Nima's embedded language model: understands commands, answers from memory and says so when it does not know. No
 * weights, no network. This file is only the shape the AI SDK wants; what is said is decided in `reply.ts`.
 */
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';
import type { Language } from '../../../kernel/ports.ts';
import { readRequest } from './conversation.ts';
import { type Act, reply } from './reply.ts';
import type { Persona } from './small-talk.ts';

export interface OfflineModelOptions {
  readonly language: Language;
  readonly persona?: Persona;
  /** Milliseconds UTC, for saying dates. */
  readonly now: () => number;
}

/** Words per piece of a stream: few enough to be seen flowing, many enough to cost nothing. */
const WORDS_PER_PIECE = /(?:\S+\s*){1,4}/g;
/** The usual estimate for English text. */
const CHARS_PER_TOKEN = 4;

export function offlineModel({ language, persona = { name: 'Nima' }, now }: OfflineModelOptions): LanguageModelV4 {
  const answer = (options: LanguageModelV4CallOptions) => {
    options.abortSignal?.throwIfAborted();
    const act = reply(readRequest(options), { language, persona, now: now() });
    return { act, usage: usageOf(options, act) };
  };
  return {
    specificationVersion: 'v4',
    provider: 'nima',
    modelId: 'offline',
    supportedUrls: {},
    async doGenerate(options) {
      const { act, usage } = answer(options);
      return { content: [contentOf(act)], usage, warnings: [], ...endOf(act) };
    },
    async doStream(options) {
      const { act, usage } = answer(options);
      return { stream: ReadableStream.from(partsOf(act, usage)) };
    },
  };
}

function contentOf(act: Act): LanguageModelV4Content {
  if (act.type === 'say') return { type: 'text', text: act.text };
  return { type: 'tool-call', toolCallId: newCallId(), toolName: act.tool, input: JSON.stringify(act.input) };
}

const newCallId = (): string => `offline_${crypto.randomUUID()}`;

function* partsOf(act: Act, usage: LanguageModelV4Usage): Generator<LanguageModelV4StreamPart> {
  yield { type: 'stream-start', warnings: [] };
  const content = contentOf(act);
  if (content.type === 'text') {
    yield { type: 'text-start', id: 'text' };
    for (const delta of content.text.match(WORDS_PER_PIECE) ?? []) yield { type: 'text-delta', id: 'text', delta };
    yield { type: 'text-end', id: 'text' };
  } else if (content.type === 'tool-call') {
    yield content;
  }
  yield { type: 'finish', usage, ...endOf(act) };
}

/** The finish, with the memory the answer was made from. */
function endOf(act: Act) {
  const unified = act.type === 'call' ? ('tool-calls' as const) : ('stop' as const);
  const { factsUsed = [], turnsUsed = [], passagesUsed = [] } = act.type === 'say' ? act : {};
  return {
    finishReason: { unified, raw: unified },
    providerMetadata: {
      nima: { factsUsed: [...factsUsed], turnsUsed: [...turnsUsed], passagesUsed: [...passagesUsed] },
    },
  };
}

function usageOf({ prompt }: LanguageModelV4CallOptions, act: Act): LanguageModelV4Usage {
  const input = tokensIn(JSON.stringify(prompt));
  const output = tokensIn(act.type === 'say' ? act.text : JSON.stringify(act.input));
  return {
    inputTokens: { total: input, noCache: input, cacheRead: 0, cacheWrite: 0 },
    outputTokens: { total: output, text: output, reasoning: 0 },
  };
}

const tokensIn = (text: string): number => Math.ceil(text.length / CHARS_PER_TOKEN);
