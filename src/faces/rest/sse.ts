/**
 * A stream of events as Server-Sent Events. The reader sets the pace: the next event is asked for when the last one was
 * taken, so a slow reader holds nothing in memory. Leaving ends the reading, never the work that is read.
 */
import { asFailure, type Failure } from '../../kernel/errors.ts';
import { failureBody } from './failure-response.ts';
import { API_HEADERS } from './security-headers.ts';

/** Proxies close what is silent for 30 s or more. */
const HEARTBEAT_MS = 15_000;
/** How long the status waits for the first event, so that a failure before it still has its own. */
const FIRST_EVENT_MS = 250;

const SSE_HEADERS = {
  ...API_HEADERS,
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Asks nginx not to collect the stream.
  'X-Accel-Buffering': 'no',
} as const;

/** An event's `seq` becomes the id a reader resumes after, its `type` the name it listens for. */
export function frameOf(event: unknown): string {
  const { seq, type } = (event ?? {}) as { seq?: unknown; type?: unknown };
  const id = typeof seq === 'number' ? `id: ${seq}\n` : '';
  const name = typeof type === 'string' ? `event: ${type.replaceAll(/\s+/g, ' ')}\n` : '';
  return `${id}${name}data: ${JSON.stringify(event)}\n\n`;
}

export interface Reading {
  /** Ends the reading; told when the reader has left. */
  readonly leave: () => void;
  readonly onFailure: (failure: Failure) => void;
}

type Next = Promise<IteratorResult<unknown>>;

/** Waits a moment for the first event; a failure within it is thrown as a failure of the call. */
async function early(first: Next): Promise<void> {
  const { promise: later, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, FIRST_EVENT_MS);
  try {
    await Promise.race([first, later]);
  } finally {
    clearTimeout(timer);
  }
}

export async function streamResponse(events: AsyncIterable<unknown>, { leave, onFailure }: Reading): Promise<Response> {
  const iterator = events[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let pending: Next | null = iterator.next();
  await early(pending);
  let heartbeat: NodeJS.Timeout | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      heartbeat = setInterval(() => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(': still here\n\n'));
      }, HEARTBEAT_MS);
      heartbeat.unref();
    },
    async pull(controller) {
      try {
        const { done, value } = await (pending ?? iterator.next());
        pending = null;
        if (!done) return controller.enqueue(encoder.encode(frameOf(value)));
      } catch (thrown) {
        const failure = asFailure(thrown);
        onFailure(failure);
        controller.enqueue(encoder.encode(`event: error\ndata: ${JSON.stringify(failureBody(failure))}\n\n`));
      }
      clearInterval(heartbeat);
      controller.close();
    },
    async cancel() {
      clearInterval(heartbeat);
      leave();
      await iterator.return?.();
    },
  });
  return new Response(body, { status: 200, headers: SSE_HEADERS });
}
