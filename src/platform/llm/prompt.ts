/** Turns a request of the kernel into the SDK's messages and tools, without any way for the SDK to run a tool itself. */
import type { JSONValue } from '@ai-sdk/provider';
import type { ModelMessage as SdkMessage, ToolSet } from 'ai';
import { Failure } from '../../kernel/errors.ts';
import type { ModelMessage, ModelRequest, OfferedTool, ToolOutcome } from '../../kernel/ports.ts';
import type { Sdk } from './vendor-kit.ts';

type ToolMessage = Extract<ModelMessage, { role: 'tool' }>;
type AssistantMessage = Extract<ModelMessage, { role: 'assistant' }>;
type ResultOutput = { type: 'json'; value: JSONValue } | { type: 'error-json'; value: JSONValue };

/** Calls without a result and results without a call are left out: vendors refuse a conversation that has them. */
export function messagesFor(messages: readonly ModelMessage[]): SdkMessage[] {
  const answered = new Set(messages.flatMap((message) => (message.role === 'tool' ? [message.callId] : [])));
  const called = new Set(
    messages.flatMap((message) => (message.role === 'assistant' ? message.calls.map(({ id }) => id) : [])),
  );
  return messages.flatMap((message): SdkMessage[] => {
    if (message.role === 'user') return [userMessage(message)];
    if (message.role === 'assistant') return assistantMessage(message, answered);
    return called.has(message.callId) ? [resultMessage(message)] : [];
  });
}

function userMessage({ text, images = [] }: Extract<ModelMessage, { role: 'user' }>): SdkMessage {
  if (images.length === 0) return { role: 'user', content: text };
  const pictures = images.map(({ mediaType, bytes }) => ({ type: 'file' as const, data: bytes, mediaType }));
  return { role: 'user', content: [...(text ? [{ type: 'text' as const, text }] : []), ...pictures] };
}

function assistantMessage({ text, calls }: AssistantMessage, answered: ReadonlySet<string>): SdkMessage[] {
  const content = [
    ...(text ? [{ type: 'text' as const, text }] : []),
    ...calls
      .filter(({ id }) => answered.has(id))
      .map(({ id, name, input }) => ({ type: 'tool-call' as const, toolCallId: id, toolName: name, input })),
  ];
  return content.length > 0 ? [{ role: 'assistant', content }] : [];
}

function resultMessage({ callId, name, result }: ToolMessage): SdkMessage {
  const output = outputOf(result);
  return { role: 'tool', content: [{ type: 'tool-result', toolCallId: callId, toolName: name, output }] };
}

/** An outcome becomes what a model should read: the output, the failure in words, or that nothing has happened yet. */
function outputOf(result: unknown): ResultOutput {
  if (result instanceof Failure) return failureOutput(result);
  if (!isOutcome(result)) return { type: 'json', value: asJson(result) };
  if (result.state === 'failed') return failureOutput(result.failure);
  if (result.state === 'done') return { type: 'json', value: asJson(result.output) };
  const text = 'Nothing has been done yet. The person was asked to approve this first.';
  return { type: 'json', value: { approval: 'pending', approvalId: result.approvalId, message: text } };
}

const failureOutput = ({ kind, code, message }: Failure): ResultOutput => ({
  type: 'error-json',
  value: { error: message, kind, code },
});

function isOutcome(result: unknown): result is ToolOutcome {
  if (typeof result !== 'object' || result === null || !('state' in result)) return false;
  // An operation's own output may have a `state` too, so the rest of the shape decides.
  if (result.state === 'done') return 'output' in result && 'undo' in result;
  return result.state === 'failed' ? 'failure' in result : result.state === 'asks' && 'approvalId' in result;
}

const asJson = (value: unknown): JSONValue =>
  value === undefined ? null : JSON.parse(JSON.stringify(value) ?? 'null');

export function toolsFor({ jsonSchema }: Sdk, tools: ModelRequest['tools']): ToolSet {
  return Object.fromEntries(
    tools.map(({ name, description, inputSchema }) => [name, { description, inputSchema: jsonSchema(inputSchema) }]),
  );
}

/** What only the offline model reads, in `providerOptions.nima`: the memory it answers from and what each tool does. */
export function nimaOptions({ grounding, tools }: ModelRequest): { [key: string]: JSONValue } {
  const offered = tools.filter((tool): tool is OfferedTool => 'operation' in tool);
  const operations = offered.map(({ name, operation, summary, effect, undo }) => [
    name,
    { operation, summary, effect, ...(undo ? { undo } : {}) },
  ]);
  return { grounding: asJson(grounding), operations: Object.fromEntries(operations) };
}
