/** An exchange on Node's own HTTP server, without the web-standard objects in between: they cost 20 µs an answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Headers } from '../../platform/auth/guard.ts';
import type { Answer, Exchange } from './exchange.ts';

/** Who sends a body that nobody reads gets this long to see why; then the socket is closed. */
const LINGER_MS = 500;

export class NodeExchange implements Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly isTls = false;
  readonly headers: Headers;
  readonly #incoming: IncomingMessage;
  readonly #outgoing: ServerResponse;
  #leaving: AbortController | null = null;

  constructor(incoming: IncomingMessage, outgoing: ServerResponse) {
    const { method = 'GET', url = '/', headers } = incoming;
    const search = url.indexOf('?');
    this.method = method;
    this.path = search < 0 ? url : url.slice(0, search);
    this.query = search < 0 ? '' : url.slice(search + 1);
    this.headers = (name) => {
      const value = headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    };
    this.#incoming = incoming;
    this.#outgoing = outgoing;
  }

  get address(): string | undefined {
    return this.#incoming.socket.remoteAddress;
  }

  /** Stopping early leaves the socket open, for the answer that says why. */
  get body(): AsyncIterable<Uint8Array> {
    return this.#incoming.iterator({ destroyOnReturn: false });
  }

  get signal(): AbortSignal {
    this.#leaving ??= leavingOf(this.#outgoing);
    return this.#leaving.signal;
  }

  /** Text is sent at once; only pieces have to be waited for. */
  send({ status, headers, body }: Answer): Promise<void> | undefined {
    if (typeof body !== 'string') return this.#sendPieces(status, headers, body);
    const outgoing = this.#outgoing;
    const bytes = Buffer.byteLength(body);
    outgoing.writeHead(status, [...headers, 'Content-Length', String(bytes)]);
    // As many bytes as letters is ASCII, the same in both; Node copies Latin 1 as it is, and measures UTF-8 once more.
    outgoing.end(body, bytes === body.length ? 'latin1' : 'utf8');
    this.#leaveUnread();
    return undefined;
  }

  /** For an answer that cannot be sent. */
  abandon(): void {
    this.#outgoing.destroy();
  }

  async #sendPieces(status: number, headers: readonly string[], body: AsyncIterable<string>): Promise<void> {
    const outgoing = this.#outgoing;
    outgoing.writeHead(status, [...headers]);
    outgoing.flushHeaders();
    await pour(body, outgoing);
    this.#leaveUnread();
  }

  #leaveUnread(): void {
    if (!this.#incoming.complete) linger(this.#incoming);
  }
}

function leavingOf(outgoing: ServerResponse): AbortController {
  const leaving = new AbortController();
  const look = () => {
    if (!outgoing.writableFinished) leaving.abort();
  };
  if (outgoing.destroyed) look();
  else outgoing.once('close', look);
  return leaving;
}

/** Resolves when more can be written, or when nobody is there to read it. */
function drained(outgoing: ServerResponse): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const goOn = () => {
    outgoing.off('drain', goOn).off('close', goOn);
    resolve();
  };
  outgoing.once('drain', goOn).once('close', goOn);
  return promise;
}

async function pour(pieces: AsyncIterable<string>, outgoing: ServerResponse): Promise<void> {
  for await (const piece of pieces) {
    if (outgoing.destroyed) return;
    if (!outgoing.write(piece)) await drained(outgoing);
  }
  if (!outgoing.destroyed) outgoing.end();
}

/** Closing at once would reset the connection, and the answer could be lost with it. */
function linger(incoming: IncomingMessage): void {
  const timer = setTimeout(() => incoming.socket.destroySoon(), LINGER_MS);
  incoming.once('close', () => clearTimeout(timer));
  incoming.resume();
}
