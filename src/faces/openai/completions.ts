/**
 * `POST /v1/chat/completions`: any program that speaks OpenAI's chat protocol has Nima as its model, with memory. For
 * callers the REST face has let in; a failure is thrown for it to say.
 */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../kernel/context.ts';
import { asFailure, Failure, type FailureKind } from '../../kernel/errors.ts';
import type { Host } from '../../kernel/host.ts';
import {
  type AnswerEvent,
  Collected,
  chunkOf,
  firstChunk,
  type Head,
  type Usage,
  usageChunk,
  wholeAnswer,
} from './answer.ts';
import { type CompletionRequest, readCompletionRequest } from './request.ts';

export interface Asking {
  readonly body: unknown;
  readonly actor: Actor;
  readonly signal: AbortSignal;
}

export type CompletionsHandler = (asking: Asking) => Promise<Response>;

type Run = (operation: string, input: object) => Promise<unknown>;

function runnerOf(host: Host, { actor, signal }: Asking): Run {
  return (name, input) => {
    const operation = host.catalog.operations.get(name);
    if (!operation) throw new Failure('not_found', 'This Nima has no chat.', { code: 'address_unknown' });
    return host.run({ operation, input, actor, signal });
  };
}

/** Pictures are kept first, and shown with the message by their ids. */
async function keepImages(run: Run, { images }: CompletionRequest): Promise<string[]> {
  const ids: string[] = [];
  for (const { mediaType, base64 } of images) {
    const name = `picture-${ids.length + 1}.${mediaType.split('/')[1] ?? 'png'}`;
    const kept = (await run('attachments.create', { name, content: base64, media_type: mediaType })) as { id: string };
    ids.push(kept.id);
  }
  return ids;
}

async function usageOf(run: Run, turnId: string | null): Promise<Usage> {
  if (turnId === null) return { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };
  const { total } = (await run('chat.usage', { turn_id: turnId, days: 1 })) as {
    total: { input_tokens: number; output_tokens: number };
  };
  const { input_tokens: prompt_tokens, output_tokens: completion_tokens } = total;
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}

/** An answer that failed is the failure of the request. */
function failureIn(event: AnswerEvent): Failure | null {
  if (event.type !== 'turn.ended' || !event.error) return null;
  const { kind, code, message } = event.error;
  return new Failure(kind as FailureKind, message, { code });
}

interface Answering {
  readonly run: Run;
  readonly head: Head;
  readonly events: AsyncIterable<AnswerEvent>;
  readonly withUsage: boolean;
}

async function whole({ run, head, events }: Answering): Promise<Response> {
  const collected = new Collected();
  let turnId: string | null = null;
  for await (const event of events) {
    const failure = failureIn(event);
    if (failure) throw failure;
    if (event.type === 'turn.ended') turnId = event.turn_id;
    collected.take(event);
  }
  return Response.json(wholeAnswer(head, collected, await usageOf(run, turnId)));
}

async function* frames({ run, head, events, withUsage }: Answering): AsyncGenerator<string> {
  const frame = (data: object) => `data: ${JSON.stringify(data)}\n\n`;
  const collected = new Collected();
  let turnId: string | null = null;
  yield frame(firstChunk(head));
  try {
    for await (const event of events) {
      const failure = failureIn(event);
      if (failure) throw failure;
      if (event.type === 'turn.ended') turnId = event.turn_id;
      collected.take(event);
      const chunk = chunkOf(head, event, collected);
      if (chunk) yield frame(chunk);
    }
    if (withUsage) yield frame(usageChunk(head, await usageOf(run, turnId)));
  } catch (thrown) {
    const { kind, code, message } = asFailure(thrown);
    yield frame({ error: { message, type: kind, code, param: null } });
  }
  yield 'data: [DONE]\n\n';
}

/** Waits for the first event, so that what is refused has its own status instead of a broken stream. */
async function begun(events: AsyncIterable<AnswerEvent>): Promise<AsyncIterable<AnswerEvent>> {
  const iterator = events[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    if (!first.done) yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
}

const STREAM_HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
} as const;

export function createCompletions(host: Host, now: () => number): CompletionsHandler {
  return async (asking) => {
    const request = readCompletionRequest(asking.body);
    const run = runnerOf(host, asking);
    const input = { ...request.input, attachment_ids: await keepImages(run, request) };
    const events = await begun((await run('chat.complete', input)) as AsyncIterable<AnswerEvent>);
    const head: Head = { id: `chatcmpl-${randomUUID()}`, model: request.model, created: Math.floor(now() / 1000) };
    const answering = { run, head, events, withUsage: request.withUsage };
    if (!request.isStream) return whole(answering);
    const encoded = ReadableStream.from(frames(answering)).pipeThrough(new TextEncoderStream());
    return new Response(encoded as ReadableStream<Uint8Array<ArrayBuffer>>, { headers: STREAM_HEADERS });
  };
}
