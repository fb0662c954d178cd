/**
 * One HTTP exchange with an address that was checked before: the connection goes there and nowhere else, whatever the
 * name service says by then. Answers with a Response whose body streams, unpacked and within a limit.
 */
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { pipeline, Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Failure } from '../../kernel/errors.ts';

export interface Address {
  readonly address: string;
  readonly family: number;
}

export interface Exchange {
  readonly url: URL;
  readonly addresses: readonly Address[];
  readonly method: string;
  readonly headers: Headers;
  readonly body: Buffer | null;
  readonly signal: AbortSignal;
}

export interface Limits {
  /** Silence after which a server counts as hanging. */
  readonly timeoutMs: number;
  /** Longest body of an answer, unpacked. */
  readonly bodyBytesMax: number;
}

/** Statuses whose answer has no body (Fetch standard, "null body status"). */
const NO_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

const UNPACK: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** A DNS answer that was checked, in place of a new question. */
function pinned(addresses: readonly Address[]): LookupFunction {
  return (_host, options, done) => {
    const [first = { address: '', family: 0 }] = addresses;
    if (options.all) done(null, [...addresses]);
    else done(null, first.address, first.family);
  };
}

function limited(host: string, bytesMax: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= bytesMax) return done(null, chunk);
      const text = `${host} answers with more than ${bytesMax} bytes. Ask it for less.`;
      return done(new Failure('invalid', text, { code: 'outbound_too_large', details: { bytes_max: bytesMax } }));
    },
  });
}

function headersOf({ rawHeaders }: IncomingMessage, isUnpacked: boolean): Headers {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  if (isUnpacked) for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  return headers;
}

function responseOf(message: IncomingMessage, { url, method }: Exchange, { bodyBytesMax }: Limits): Response {
  const unpack = UNPACK[message.headers['content-encoding']?.toLowerCase() ?? ''];
  const { statusCode: status = 0, statusMessage: statusText = '' } = message;
  const about = { status, statusText, headers: headersOf(message, unpack !== undefined) };
  if (NO_BODY.has(status) || method === 'HEAD') {
    message.resume();
    return located(new Response(null, about), url);
  }
  const end = limited(url.host, bodyBytesMax);
  // An error reaches whoever reads the body; the callback only keeps it from being thrown twice.
  if (unpack) pipeline(message, unpack(), end, () => undefined);
  else pipeline(message, end, () => undefined);
  return located(new Response(Readable.toWeb(end) as ReadableStream, about), url);
}

const located = (response: Response, url: URL): Response => Object.defineProperty(response, 'url', { value: url.href });

function silent(host: string, timeoutMs: number): Failure {
  const text = `${host} has not answered for ${timeoutMs / 1000} seconds. Try again later.`;
  return new Failure('unavailable', text, { code: 'outbound_timeout', details: { host } });
}

function unreachable(host: string, cause: Error): Failure {
  const { code = cause.message } = cause as NodeJS.ErrnoException;
  const text = `${host} cannot be reached (${code}). Check the address and the network.`;
  return new Failure('unavailable', text, { code: 'outbound_unreachable', details: { host }, cause });
}

/** Throws `unavailable` when there is no answer, the signal's reason when it aborts. */
export function exchangeWith(exchange: Exchange, limits: Limits): Promise<Response> {
  const { url, addresses, method, headers, body, signal } = exchange;
  const options: RequestOptions = {
    method,
    headers: { 'accept-encoding': 'gzip, br', ...Object.fromEntries(headers) },
    lookup: pinned(addresses),
    // A connection of its own: a pooled one might have been opened to an address checked for somebody else.
    agent: false,
  };
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options);
    let answer: IncomingMessage | null = null;
    const cut = (reason: Error) => {
      answer?.destroy(reason);
      request.destroy(reason);
    };
    const abort = () => cut(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    request.setTimeout(limits.timeoutMs, () => cut(silent(url.host, limits.timeoutMs)));
    request.on('response', (message) => {
      answer = message;
      resolve(responseOf(message, exchange, limits));
    });
    request.on('error', (cause) =>
      reject(signal.aborted || cause instanceof Failure ? cause : unreachable(url.host, cause)),
    );
    request.on('close', () => signal.removeEventListener('abort', abort));
    request.end(body ?? undefined);
  });
}
