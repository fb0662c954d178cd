/**
 * A stream of events as Server-Sent Events. The reader sets the pace: the next event is asked for when the last one was
 * taken, so a slow reader holds nothing in memory. Leaving ends the reading, never the work that is read.
 */
import { asFailure, type Failure } from '../../kernel/errors.ts';
import type { Answer } from './exchange.ts';
import { failureBody } from './failure-answer.ts';
import { STREAM_HEADERS } from './security-headers.ts';

/** Proxies close what is silent for 30 s or more. */
const HEARTBEAT_MS = 15_000;
const HEARTBEAT = ': still here\n\n';
/** How long the status waits for the first event, so that a failure before it still has its own. */
const FIRST_EVENT_MS = 250;

/** An event's `seq` becomes the id a reader resumes after, its `type` the name it listens for. */
export function frameOf(event: unknown): string {
  const { seq, type } = (event ?? {}) as { seq?: unknown; type?: unknown };
  const id = typeof seq === 'number' ? `id: ${seq}\n` : '';
  const name = typeof type === 'string' ? `event: ${type.replaceAll(/\s+/g, ' ')}\n` : '';
  return `${id}${name}data: ${JSON.stringify(event)}\n\n`;
}

type Next = Promise<IteratorResult<unknown>>;

/** Waits for an event, but no longer than `ms`; true when it has come. */
async function comesWithin(next: Next, ms: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, ms, false);
  timer.unref();
  try {
    return await Promise.race([next.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

interface Reading {
  readonly iterator: AsyncIterator<unknown>;
  readonly first: Next;
  readonly onFailure: (failure: Failure) => void;
}

async function* framesOf({ iterator, first, onFailure }: Reading): AsyncGenerator<string> {
  try {
    for (let next = first; ; next = iterator.next()) {
      while (!(await comesWithin(next, HEARTBEAT_MS))) yield HEARTBEAT;
      const { done, value } = await next;
      if (done) return;
      yield frameOf(value);
    }
  } catch (thrown) {
    const failure = asFailure(thrown);
    onFailure(failure);
    yield `event: error\ndata: ${JSON.stringify(failureBody(failure))}\n\n`;
  } finally {
    await iterator.return?.();
  }
}

/** A failure of the first moment is thrown as the failure of the call, a later one is an event. */
export async function streamAnswer(
  events: AsyncIterable<unknown>,
  onFailure: (failure: Failure) => void,
): Promise<Answer> {
  const iterator = events[Symbol.asyncIterator]();
  const first = iterator.next();
  await comesWithin(first, FIRST_EVENT_MS);
  return { status: 200, headers: STREAM_HEADERS, body: framesOf({ iterator, first, onFailure }) };
}
