/**
 * One request and its answer, whatever carries them. What answers knows these two alone, so that a socket
 * (`node-exchange.ts`) and a call in process (`web-exchange.ts`) are let in, refused and answered by the same lines.
 */
import type { Headers } from '../../platform/auth/guard.ts';

export interface Exchange {
  readonly method: string;
  /** Without the query, percent-encoded as it came. */
  readonly path: string;
  /** What follows the `?`; empty when there is none. */
  readonly query: string;
  readonly headers: Headers;
  /** Address of the peer; unknown where there is no socket. */
  readonly address: string | undefined;
  /** Over TLS to here; a proxy before us is told by its headers. */
  readonly isTls: boolean;
  /** Read once, piece by piece, so that who reads can stop at a limit. */
  readonly body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Aborts when the caller leaves before the answer is whole. Made when first looked at, for few look. */
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly status: number;
  /** Names and values by turns, as Node's `writeHead` takes them; an object would be taken apart for each answer. */
  readonly headers: readonly string[];
  /** Text, or pieces that are asked for one by one, at the reader's pace. */
  readonly body: string | AsyncIterable<string>;
}
