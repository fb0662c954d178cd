/** One step of generation by one model: the SDK's stream as events of the kernel. Choosing and falling back are not its concern. */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { TextStreamPart, ToolSet } from 'ai';
import type { ModelEvent, ModelRequest } from '../../kernel/ports.ts';
import { badCall, cutOff, modelFailure, type Speaker, saidNothing } from './failures.ts';
import { messagesFor, nimaOptions, toolsFor } from './prompt.ts';
import type { Sdk } from './vendor-kit.ts';

export interface Step {
  readonly model: LanguageModelV4;
  readonly modelId: string;
  readonly speaker: Speaker;
  readonly request: ModelRequest;
  readonly tokensMax: number;
  /** The offline model is part of Nima and gets the grounding as data; nobody else does. */
  readonly isOffline: boolean;
}

type Part = TextStreamPart<ToolSet>;
type CallPart = Extract<Part, { type: 'tool-call' }>;
type FinishPart = Extract<Part, { type: 'finish-step' }>;

export function startStep(sdk: Sdk, step: Step, signal: AbortSignal): AsyncIterable<Part> {
  const { request } = step;
  const result = sdk.streamText({
    model: step.model,
    ...(request.system ? { instructions: request.system } : {}),
    messages: messagesFor(request.messages),
    tools: toolsFor(sdk, request.tools),
    maxOutputTokens: request.tokensMax ?? step.tokensMax,
    ...(request.temperature === undefined ? {} : { temperature: request.temperature }),
    ...(request.topK === undefined ? {} : { topK: request.topK }),
    ...(step.isOffline ? { providerOptions: { nima: nimaOptions(request) } } : {}),
    maxRetries: 0,
    telemetry: { isEnabled: false },
    abortSignal: signal,
    // Errors arrive as parts of the stream; without this the SDK also prints them.
    onError: () => undefined,
  });
  return result.stream;
}

/** Text, calls and the finish; what goes wrong is thrown as a Failure. */
export async function* eventsOf(step: Step, parts: AsyncIterable<Part>): AsyncGenerator<ModelEvent> {
  let hasSpoken = false;
  for await (const part of failingAs(step, parts, () => hasSpoken)) {
    if (part.type === 'error') throw modelFailure(part.error, step.speaker, hasSpoken);
    if (part.type === 'finish-step') {
      yield finishEvent(step, part, hasSpoken);
      return;
    }
    const event = contentEvent(step, part);
    if (!event) continue;
    hasSpoken = true;
    yield event;
  }
  throw hasSpoken ? cutOff(step.speaker) : saidNothing(step.speaker);
}

/** Only what the parts throw becomes a model's failure; what the reader throws stays its own. */
async function* failingAs(step: Step, parts: AsyncIterable<Part>, hasSpoken: () => boolean): AsyncGenerator<Part> {
  try {
    yield* parts;
  } catch (thrown) {
    throw modelFailure(thrown, step.speaker, hasSpoken());
  }
}

function contentEvent(step: Step, part: Part): ModelEvent | null {
  if (part.type === 'text-delta') return part.text ? { type: 'text', text: part.text } : null;
  return part.type === 'tool-call' ? callEvent(step, part) : null;
}

/** A tool nobody offered passes: the toolbox answers it with a failure the model can learn from. */
function callEvent({ speaker }: Step, part: CallPart): ModelEvent {
  const input: unknown = part.input;
  if (typeof input !== 'object' || input === null || Array.isArray(input)) throw badCall(speaker, part.toolName);
  return { type: 'call', call: { id: part.toolCallId, name: part.toolName, input: { ...input } } };
}

function finishEvent(step: Step, part: FinishPart, hasSpoken: boolean): ModelEvent {
  const { finishReason, rawFinishReason, usage } = part;
  // `other` without the server's own word is how the SDK reports a stream that ended before its end.
  const isCut =
    finishReason === 'interrupted' || finishReason === 'error' || (finishReason === 'other' && !rawFinishReason);
  if (isCut && hasSpoken) throw cutOff(step.speaker);
  if (!hasSpoken) throw saidNothing(step.speaker);
  return {
    type: 'finish',
    reason: finishReason,
    inputTokens: usage.inputTokens ?? 0,
    outputTokens: usage.outputTokens ?? 0,
    model: step.modelId,
    ...(step.isOffline ? memoryUsed(part.providerMetadata?.nima) : {}),
  };
}

function memoryUsed(metadata: { factsUsed?: unknown; turnsUsed?: unknown; passagesUsed?: unknown } = {}) {
  const ids = (value: unknown) => (Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []);
  const { factsUsed, turnsUsed, passagesUsed } = metadata;
  return { factsUsed: ids(factsUsed), turnsUsed: ids(turnsUsed), passagesUsed: ids(passagesUsed) };
}
