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

async function inputOf({ endpoint, values, exchange }: Asked, bodyBytesMax: number): Promise<Record<string, unknown>> {
  const { method, params, coercers, takesAfter } = endpoint;
  const isInBody = method === 'POST' || method === 'PUT';
  const input = isInBody ? await readBody(exchange, bodyBytesMax) : readQuery(exchange.query, coercers);
  const lastEvent = takesAfter ? exchange.headers('last-event-id') : undefined;
  if (lastEvent) input.after = coercers.get('after')?.([lastEvent]);
  for (const [at, name] of params.entries()) input[name] = coercers.get(name)?.([values[at] ?? '']);
  return input;
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

/** After a change by cookie: true when it has ended the very session that asked for it. */
async function hasSignedOut({ host }: Desk, { endpoint, caller }: Asked): Promise<boolean> {
  const { cookie, isByCookie } = caller;
  if (!isByCookie || !cookie || endpoint.operation.effect === 'read') return false;
  return (await host.authenticate(cookie, 'rest')) === null;
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

async function settle(desk: Desk, asked: Asked): Promise<Answer> {
  const { operation, credentialField } = asked.endpoint;
  const answer = await desk.host.run(new RestCall(asked, await inputOf(asked, desk.bodyBytesMax)));
  if (isStream(answer)) {
    return streamAnswer(answer, ({ kind, cause }) => {
      if (kind === 'internal') desk.log.error('stream failed', { operation: operation.name, cause });
    });
  }
  const output = answer as Record<string, unknown>;
  if (credentialField && output[credentialField] && isFromPage(asked.exchange.headers)) {
    return handOver(output, asked, desk.now());
  }
  return answerOf(output, (await hasSignedOut(desk, asked)) ? forgetSession(isSecure(asked.exchange)) : undefined);
}

/** Answers with the output, a stream, or the failure; a cookie that no longer holds is taken back with the 401. */
async function answerCall(desk: Desk, asked: Asked): Promise<Answer> {
  try {
    return await settle(desk, asked);
  } catch (thrown) {
    const failure = asFailure(thrown);
    // The pipeline has logged what it calls internal.
    if (failure.kind === 'unavailable') {
      desk.log.warn('unavailable', { operation: asked.endpoint.operation.name, cause: failure });
    }
    const { cookie, isByCookie } = asked.caller;
    const isStale = failure.kind === 'unauthenticated' && cookie !== null && !isByCookie;
    return failureAnswer(failure, isStale ? ['Set-Cookie', forgetSession(isSecure(asked.exchange))] : []);
  }
}

/** What was thrown outside any operation: a request that may not come in, or a fault of ours. */
export function refusalOf(thrown: unknown, path: string, log: Log): Answer {
  const failure = asFailure(thrown);
  if (failure.kind === 'internal') log.error('request failed', { path, cause: thrown });
  return failureAnswer(failure);
}

export async function answerExchange(desk: Desk, exchange: Exchange, { endpoint, values }: Found): Promise<Answer> {
  try {
    const caller = await admit(desk.admission, exchange);
    return await answerCall(desk, { endpoint, values, exchange, caller });
  } catch (thrown) {
    return refusalOf(thrown, exchange.path, desk.log);
  }
}
