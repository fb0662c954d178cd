/** Reads the prompt a model gets into what the offline model decides from: what was said, what tools did since, what came before. */
import type { JSONValue, LanguageModelV4CallOptions, LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { Effect } from '../../../kernel/operation.ts';
import type { Grounding } from '../../../kernel/ports.ts';

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
  /** The exchange before, when the message may answer a question of Nima's. */
  readonly before: { readonly said: string; readonly reply: string } | null;
  /** The person's earlier messages, oldest first. */
  readonly earlier: readonly string[];
  readonly tools: readonly OfferedOperation[];
  readonly grounding: Grounding;
}

/** What `providerOptions.nima` may hold. */
export interface NimaOptions {
  readonly grounding?: Grounding;
  readonly operations?: Readonly<Record<string, { operation: string; summary: string; effect: Effect }>>;
}

type Message = LanguageModelV4Prompt[number];

export function readRequest({ prompt, tools = [], providerOptions }: LanguageModelV4CallOptions): OfflineRequest {
  const nima = (providerOptions?.nima ?? {}) as NimaOptions;
  const messages = prompt.filter(({ role }) => role !== 'system');
  const at = messages.findLastIndex(({ role }) => role === 'user');
  const past = messages.slice(0, Math.max(at, 0));
  const users = past.filter(({ role }) => role === 'user').map(textOf);
  const reply = past.findLast(({ role }) => role === 'assistant');
  const previous = users.at(-1);
  return {
    said: at < 0 ? '' : textOf(messages[at]),
    steps: stepsIn(messages.slice(at + 1)),
    before: previous !== undefined && reply ? { said: previous, reply: textOf(reply) } : null,
    earlier: users,
    tools: tools.flatMap((tool) => (tool.type === 'function' ? [offered(tool, nima.operations?.[tool.name])] : [])),
    grounding: nima.grounding ?? { facts: [], turns: [] },
  };
}

function textOf(message: Message | undefined): string {
  const content = message?.content ?? '';
  if (typeof content === 'string') return content;
  return content.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

type FunctionTool = Extract<NonNullable<LanguageModelV4CallOptions['tools']>[number], { type: 'function' }>;

function offered(tool: FunctionTool, known: { operation: string; effect: Effect } | undefined): OfferedOperation {
  const operation = known?.operation ?? tool.name.replaceAll('_', '.');
  const properties = tool.inputSchema.properties ?? {};
  const fields = Object.entries(properties).map(([name, field]) => [name, typeof field === 'object' ? field : {}]);
  return {
    tool: tool.name,
    operation,
    description: tool.description ?? '',
    effect: known?.effect ?? effectOf(operation),
    fields: Object.fromEntries(fields),
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
  if (output.type === 'error-json') return { state: 'failed', text: failureText(output.value) };
  return { state: 'done', value: output.value.map((part) => (part.type === 'text' ? part.text : '')).join('') };
}

const isWaiting = (value: JSONValue): boolean =>
  typeof value === 'object' && value !== null && 'approval' in value && value.approval === 'pending';

function failureText(value: JSONValue): string {
  if (typeof value === 'string') return value;
  const { error, message } = (value ?? {}) as Record<string, unknown>;
  const text = [error, message].find((candidate) => typeof candidate === 'string');
  return text ?? 'It failed and did not say why.';
}
