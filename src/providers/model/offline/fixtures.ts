/** For tests of this folder: a language that knows a few sentences, tools to offer, and a conversation with the model turn by turn. */
import type { LanguageModelV4CallOptions, LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { Grounding } from '../../../kernel/grounding.ts';
import type { Effect } from '../../../kernel/operation.ts';
import type { Language, Understanding } from '../../../kernel/ports.ts';
import { readRequest } from './conversation.ts';
import { type Act, reply } from './reply.ts';

/** 20 November 2026. */
export const NOW = Date.UTC(2026, 10, 20, 9);

type Sentences = Readonly<Record<string, Partial<Understanding>>>;

/** Understands exactly the sentences it is given. */
export const aLanguage = (sentences: Sentences = {}): Language => ({
  understand: (text) => {
    const known = sentences[text];
    const empty = { operation: null, input: {}, missing: [], confidence: 0 };
    return known ? { ...empty, confidence: 0.9, ...known } : empty;
  },
  readTime: () => null,
});

export const TOOLS: readonly (readonly [operation: string, effect: Effect, description: string, fields: object])[] = [
  ['memory.facts.create', 'write', 'Remember something', { fact: { type: 'string' } }],
  ['memory.facts.list', 'read', 'List what Nima remembers', { query: { type: 'string' }, limit: { type: 'integer' } }],
  ['memory.facts.remove', 'destroy', 'Forget a fact', { id: { type: 'string', format: 'uuid' } }],
  ['goals.create', 'write', 'Create a goal. With a due date if given.', { title: { type: 'string' } }],
  ['goals.list', 'read', 'List goals', { status: { type: 'string', enum: ['open', 'done'] } }],
  ['goals.complete', 'write', 'Mark a goal as done', { id: { type: 'string', format: 'uuid' } }],
  ['knowledge.packs.activate', 'write', 'Activate a pack', { id: { type: 'string' } }],
  ['tasks.execute', 'spend', 'Run a task', { instruction: { type: 'string' } }],
];

export interface Talk {
  readonly language?: Language;
  readonly facts?: readonly (string | Grounding['facts'][number])[];
  readonly turns?: readonly Partial<Grounding['turns'][number]>[];
  /** What was said before, person and Nima by turns. */
  readonly before?: readonly string[];
  /** Calls of this turn with their outputs in the SDK's shape. */
  readonly steps?: readonly { tool: string; input?: object; output: object }[];
  readonly tools?: boolean;
}

export function promptOf(said: string, { before = [], steps = [] }: Talk): LanguageModelV4Prompt {
  const past = before.map((text, index): LanguageModelV4Prompt[number] => ({
    role: index % 2 === 0 ? 'user' : 'assistant',
    content: [{ type: 'text', text }],
  }));
  const since = steps.flatMap(({ tool, input = {}, output }, index): LanguageModelV4Prompt => {
    const call = { toolCallId: `c${index}`, toolName: tool };
    return [
      { role: 'assistant', content: [{ type: 'tool-call', ...call, input }] },
      { role: 'tool', content: [{ type: 'tool-result', ...call, output: output as never }] },
    ];
  });
  return [
    { role: 'system', content: 'You are Nima.' },
    ...past,
    { role: 'user', content: [{ type: 'text', text: said }] },
    ...since,
  ];
}

export function optionsOf(said: string, talk: Talk = {}): LanguageModelV4CallOptions {
  const facts = (talk.facts ?? []).map((fact, index) =>
    typeof fact === 'string' ? { id: `f${index}`, text: fact, source: 'chat', when: '2026-10-01' } : fact,
  );
  const turns = (talk.turns ?? []).map((turn, index) => ({
    id: `t${index}`,
    text: '',
    speaker: 'user',
    when: '2026-11-03T10:00:00Z',
    ...turn,
  }));
  const offered = talk.tools === false ? [] : TOOLS;
  const operations = offered.map(([operation, effect, summary]) => [
    operation.replaceAll('.', '_'),
    { operation, effect, summary },
  ]);
  return {
    prompt: promptOf(said, talk),
    tools: offered.map(([operation, , description, properties]) => ({
      type: 'function',
      name: operation.replaceAll('.', '_'),
      description,
      inputSchema: { type: 'object', properties } as never,
    })),
    providerOptions: { nima: { grounding: { facts, turns }, operations: Object.fromEntries(operations) } as never },
  };
}

export const act = (said: string, talk: Talk = {}): Act =>
  reply(readRequest(optionsOf(said, talk)), {
    language: talk.language ?? aLanguage(),
    persona: { name: 'Nima' },
    now: NOW,
  });

/** What it says; a call is shown as one, so that a test that expects words reads well when it fails. */
export function says(said: string, talk: Talk = {}): string {
  const next = act(said, talk);
  return next.type === 'say' ? next.text : `[calls ${next.tool}]`;
}
