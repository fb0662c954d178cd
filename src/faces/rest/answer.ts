/** Runs one endpoint: an exchange in, its answer out. Everything an operation's request meets, on whatever carries it. */

import type { Actor, Log } from '../../kernel/context.ts';
import { asFailure } from '../../kernel/errors.ts';
import type { Call, Host } from '../../kernel/host.ts';
import { isStream, type Operation } from '../../kernel/operation.ts';
import { forgetSession, isSecure, keepSession } from '../../platform/auth/credentials.ts';
import { isFromPage } from '../../platform/auth/guard.ts';
import type { Found } from './address-table.ts';
import { readBody } from './body.ts';
import { type Admission, admit, type Caller } from './caller.ts';
import { readQuery } from './coerce.ts';
import type { Answer, Exchange } from './exchange.ts';
import { failureAnswer } from './failure-answer.ts';
import { API_HEADERS } from './security-headers.ts';
import { streamAnswer } from './sse.ts';

interface Asked extends Found {
  readonly exchange: Exchange;
  readonly caller: Caller;
}

export interface Desk {
  readonly host: Host;
  readonly log: Log;
  readonly admission: Admission;
  readonly bodyBytesMax: number;
  readonly now: () => number;
}

/** A session that does not say when it ends is kept for a day. */
const SESSION_SECONDS_DEFAULT = 86_400;

const hasBody = ({ endpoint: { method } }: Asked): boolean => method === 'POST' || method === 'PUT';

/** `words` are what the body or the query says; the headers and the address add to it. */
function inputOf({ endpoint, values, exchange }: Asked, words: Record<string, unknown>): Record<string, unknown> {
  const { params, coercers, takesAfter } = endpoint;
  const lastEvent = takesAfter ? exchange.headers('last-event-id') : undefined;
  if (lastEvent) words.after = coercers.get('after')?.([lastEvent]);
  for (const [at, name] of params.entries()) words[name] = coercers.get(name)?.([values[at] ?? '']);
  return words;
}

function answerOf(output: unknown, setCookie?: string): Answer {
  const headers = setCookie ? [...API_HEADERS, 'Set-Cookie', setCookie] : API_HEADERS;
  return { status: 200, headers, body: JSON.stringify(output ?? null) };
}

/** A page gets its credential as a cookie that its scripts cannot read. */
function handOver(output: Record<string, unknown>, { endpoint, exchange }: Asked, now: number): Answer {
  const { [endpoint.credentialField ?? '']: token, ...rest } = output;
  const endsAt = typeof output.expires_at === 'string' ? Date.parse(output.expires_at) : Number.NaN;
  const seconds = Number.isNaN(endsAt) ? SESSION_SECONDS_DEFAULT : (endsAt - now) / 1000;
  return answerOf(rest, keepSession(String(token), seconds, isSecure(exchange)));
}

const isChangeByCookie = ({ endpoint, caller }: Asked): boolean =>
  caller.isByCookie && endpoint.operation.effect !== 'read';

/** After a change by cookie: true when it has ended the very session that asked for it. */
async function hasSignedOut({ host }: Desk, { caller: { cookie } }: Asked): Promise<boolean> {
  return cookie !== null && (await host.authenticate(cookie, 'rest')) === null;
}

/**
 * The call behind a request. Its signal is made only for who looks: that costs more than a look-up in the database, and
 * few reads wait for anything.
 */
class RestCall implements Call {
  readonly operation: Operation;
  readonly input: Record<string, unknown>;
  readonly actor: Actor;
  readonly #exchange: Exchange;

  constructor({ endpoint, caller, exchange }: Asked, input: Record<string, unknown>) {
    this.operation = endpoint.operation;
    this.input = input;
    this.actor = caller.actor;
    this.#exchange = exchange;
  }

  get signal(): AbortSignal {
    return this.#exchange.signal;
  }
}

/** Waits only for what has to be waited for: each step that is put off costs 0.2 µs, and a read has few to wait for. */
async function settle(desk: Desk, asked: Asked): Promise<Answer> {
  const { exchange, endpoint } = asked;
  const { operation, credentialField, coercers } = endpoint;
  const words = hasBody(asked) ? await readBody(exchange, desk.bodyBytesMax) : readQuery(exchange.query, coercers);
  const answer = await desk.host.run(new RestCall(asked, inputOf(asked, words)));
  if (isStream(answer)) {
    return streamAnswer(answer, ({ kind, cause }) => {
      if (kind === 'internal') desk.log.error('stream failed', { operation: operation.name, cause });
    });
  }
  const output = answer as Record<string, unknown>;
  if (credentialField && output[credentialField] && isFromPage(exchange.headers)) {
    return handOver(output, asked, desk.now());
  }
  const isOver = isChangeByCookie(asked) && (await hasSignedOut(desk, asked));
  return answerOf(output, isOver ? forgetSession(isSecure(exchange)) : undefined);
}

/** A cookie that no longer holds is taken back with the 401. */
function callFailed(desk: Desk, { endpoint, caller, exchange }: Asked, thrown: unknown): Answer {
  const failure = asFailure(thrown);
  // The pipeline has logged what it calls internal.
  if (failure.kind === 'unavailable') {
    desk.log.warn('unavailable', { operation: endpoint.operation.name, cause: failure });
  }
  const isStale = failure.kind === 'unauthenticated' && caller.cookie !== null && !caller.isByCookie;
  return failureAnswer(failure, isStale ? ['Set-Cookie', forgetSession(isSecure(exchange))] : []);
}

/** What was thrown outside any operation: a request that may not come in, or a fault of ours. */
export function refusalOf(thrown: unknown, path: string, log: Log): Answer {
  const failure = asFailure(thrown);
  if (failure.kind === 'internal') log.error('request failed', { path, cause: thrown });
  return failureAnswer(failure);
}

/** Answers with the output, a stream, or the failure. */
export async function answerExchange(desk: Desk, exchange: Exchange, { endpoint, values }: Found): Promise<Answer> {
  let asked: Asked | null = null;
  try {
    const admitting = admit(desk.admission, exchange);
    const caller = admitting instanceof Promise ? await admitting : admitting;
    asked = { endpoint, values, exchange, caller };
    return await settle(desk, asked);
  } catch (thrown) {
    return asked ? callFailed(desk, asked, thrown) : refusalOf(thrown, exchange.path, desk.log);
  }
}
