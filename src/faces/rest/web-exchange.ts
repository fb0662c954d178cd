/** An exchange in web-standard objects: calls in process, and what reaches Nima through Hono. */
import type { IncomingMessage } from 'node:http';
import type { Headers } from '../../platform/auth/guard.ts';
import type { Answer, Exchange } from './exchange.ts';

/** What is used of Node's request where there is one under the standard object. */
export type Below = Pick<IncomingMessage, 'headers'> & {
  readonly socket: Pick<IncomingMessage['socket'], 'remoteAddress'>;
};

export class WebExchange implements Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly isTls: boolean;
  readonly address: string | undefined;
  readonly headers: Headers;
  readonly #request: Request;
  readonly #leaving = new AbortController();

  constructor(request: Request, below?: Below) {
    const { pathname, search, protocol } = new URL(request.url);
    this.method = request.method;
    this.path = pathname;
    this.query = search.slice(1);
    this.isTls = protocol === 'https:';
    this.address = below?.socket.remoteAddress;
    this.headers = below ? headersBelow(below) : (name) => request.headers.get(name) ?? undefined;
    this.#request = request;
  }

  get body(): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
    return this.#request.body ?? [];
  }

  get signal(): AbortSignal {
    return AbortSignal.any([this.#request.signal, this.#leaving.signal]);
  }

  respond(answer: Answer): Response {
    return responseOf(answer, () => this.#leaving.abort());
  }
}

/** Node has the headers parsed already; the standard object would be built anew for each request. */
function headersBelow({ headers }: Below): Headers {
  return (name) => {
    const value = headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
}

function pairsOf(headers: readonly string[]): [string, string][] {
  return Array.from({ length: headers.length / 2 }, (_, at) => [headers[at * 2] ?? '', headers[at * 2 + 1] ?? '']);
}

/** The next piece is asked for when the last one was taken, so a slow reader holds nothing in memory. */
function streamOf(pieces: AsyncIterable<string>, leave: () => void): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = pieces[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      leave();
      await iterator.return?.();
    },
  });
}

/** `leave` is told when the reader of a stream goes. */
export function responseOf({ status, headers, body }: Answer, leave: () => void = () => undefined): Response {
  const content = typeof body === 'string' ? body : streamOf(body, leave);
  return new Response(content, { status, headers: pairsOf(headers) });
}
