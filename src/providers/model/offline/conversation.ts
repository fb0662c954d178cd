/** Reads the prompt a model gets into what the offline model decides from: what was said, what tools did since, what came before. */
import type { JSONValue, LanguageModelV4CallOptions, LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { Grounding, GroundingCorrection } from '../../../kernel/grounding.ts';
import type { Effect } from '../../../kernel/operation.ts';

export type Outcome =
  | { readonly state: 'done'; readonly value: unknown }
  | { readonly state: 'failed'; readonly text: string }
  /** A person must approve first; nothing has happened. */
  | { readonly state: 'waiting' };

/** One tool call of the current turn, with what came of it. */
export interface ToolStep {
  readonly tool: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly outcome: Outcome;
}

export interface OfferedOperation {
  readonly tool: string;
  readonly operation: string;
  readonly description: string;
  readonly effect: Effect;
  /** Properties of the input's JSON Schema. */
  readonly fields: Readonly<Record<string, InputField>>;
  readonly required: readonly string[];
  /** Operation that takes this one back; null for none. */
  readonly undo: string | null;
}

/** A message of the person, and all that came of it. */
export interface Exchange {
  readonly said: string;
  readonly reply: string;
  readonly steps: readonly ToolStep[];
}

export interface InputField {
  readonly type?: unknown;
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly maximum?: number;
}

export interface OfflineRequest {
  readonly said: string;
  readonly steps: readonly ToolStep[];
  /** What was said and done before, oldest first. */
  readonly past: readonly Exchange[];
  /** The person's earlier messages, oldest first. */
  readonly earlier: readonly string[];
  /** What the person taught their sentences to mean, oldest first. */
  readonly corrections: readonly GroundingCorrection[];
  readonly tools: readonly OfferedOperation[];
  readonly grounding: Grounding;
}

interface KnownOperation {
  readonly operation: string;
  readonly summary: string;
  readonly effect: Effect;
  readonly undo?: string;
}

/** What `providerOptions.nima` may hold. */
export interface NimaOptions {
  readonly grounding?: Grounding;
  readonly operations?: Readonly<Record<string, KnownOperation>>;
}

type Message = LanguageModelV4Prompt[number];

export function readRequest({ prompt, tools = [], providerOptions }: LanguageModelV4CallOptions): OfflineRequest {
  const nima = (providerOptions?.nima ?? {}) as NimaOptions;
  const messages = prompt.filter(({ role }) => role !== 'system');
  const at = messages.findLastIndex(({ role }) => role === 'user');
  const past = messages.slice(0, Math.max(at, 0));
  const grounding = nima.grounding ?? { facts: [], turns: [] };
  return {
    said: at < 0 ? '' : textOf(messages[at]),
    steps: stepsIn(messages.slice(at + 1)),
    past: exchangesIn(past),
    earlier: past.filter(({ role }) => role === 'user').map(textOf),
    corrections: grounding.corrections ?? [],
    tools: tools.flatMap((tool) => (tool.type === 'function' ? [offered(tool, nima.operations?.[tool.name])] : [])),
    grounding,
  };
}

function exchangesIn(messages: readonly Message[]): Exchange[] {
  const starts = messages.flatMap(({ role }, index) => (role === 'user' ? [index] : []));
  return starts.map((start, index) => {
    const since = messages.slice(start + 1, starts[index + 1]);
    const reply = since.findLast((message) => message.role === 'assistant' && textOf(message) !== '');
    return { said: textOf(messages[start]), reply: textOf(reply), steps: stepsIn(since) };
  });
}

function textOf(message: Message | undefined): string {
  const content = message?.content ?? '';
  if (typeof content === 'string') return content;
  return content.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

type FunctionTool = Extract<NonNullable<LanguageModelV4CallOptions['tools']>[number], { type: 'function' }>;

function offered(tool: FunctionTool, known: KnownOperation | undefined): OfferedOperation {
  const operation = known?.operation ?? tool.name.replaceAll('_', '.');
  const properties = tool.inputSchema.properties ?? {};
  const fields = Object.entries(properties).map(([name, field]) => [name, typeof field === 'object' ? field : {}]);
  return {
    tool: tool.name,
    operation,
    description: tool.description ?? '',
    effect: known?.effect ?? effectOf(operation),
    fields: Object.fromEntries(fields),
    required: tool.inputSchema.required ?? [],
    undo: known?.undo ?? null,
  };
}

function effectOf(operation: string): Effect {
  const verb = operation.split('.').at(-1) ?? '';
  if (/^(?:list|get|search|status|history|suggestions)$/.test(verb)) return 'read';
  return verb === 'remove' ? 'destroy' : 'write';
}

function stepsIn(messages: readonly Message[]): ToolStep[] {
  const inputs = new Map<string, unknown>();
  const steps: ToolStep[] = [];
  for (const { content } of messages) {
    if (typeof content === 'string') continue;
    for (const part of content) {
      if (part.type === 'tool-call') inputs.set(part.toolCallId, part.input);
      if (part.type !== 'tool-result') continue;
      const input = (inputs.get(part.toolCallId) ?? {}) as Record<string, unknown>;
      steps.push({ tool: part.toolName, input, outcome: outcomeOf(part.output) });
    }
  }
  return steps;
}

type Output = Extract<Extract<Message, { role: 'tool' }>['content'][number], { type: 'tool-result' }>['output'];

function outcomeOf(output: Output): Outcome {
  if (output.type === 'json')
    return isWaiting(output.value) ? { state: 'waiting' } : { state: 'done', value: output.value };
  if (output.type === 'text') return { state: 'done', value: output.value };
  if (output.type === 'execution-denied') return { state: 'failed', text: output.reason ?? 'It was not approved.' };
  if (output.type === 'error-text') return { state: 'failed', text: output.value };
  if (output.type === 'error-json')
    return isUndecided(output.value) ? { state: 'waiting' } : { state: 'failed', text: failureText(output.value) };
  return { state: 'done', value: output.value.map((part) => (part.type === 'text' ? part.text : '')).join('') };
}

const isWaiting = (value: JSONValue): boolean =>
  typeof value === 'object' && value !== null && 'approval' in value && value.approval === 'pending';

/** How a call of an earlier answer is told that still waits. */
const isUndecided = (value: JSONValue): boolean =>
  typeof value === 'object' && value !== null && 'code' in value && value.code === 'not_approved';

function failureText(value: JSONValue): string {
  if (typeof value === 'string') return value;
  const { error, message } = (value ?? {}) as Record<string, unknown>;
  const text = [error, message].find((candidate) => typeof candidate === 'string');
  return text ?? 'It failed and did not say why.';
}
