/** Runs one endpoint: request in, answer out. What is wrong is thrown as a Failure, for the edge to say. */

import type { Actor, Log } from '../../kernel/context.ts';
import { asFailure } from '../../kernel/errors.ts';
import type { Call, Host } from '../../kernel/host.ts';
import { isStream, type Operation } from '../../kernel/operation.ts';
import { forgetSession, isSecure, keepSession } from '../../platform/auth/credentials.ts';
import { type Headers, isFromPage } from '../../platform/auth/guard.ts';
import type { Found } from './address-table.ts';
import { readBody } from './body.ts';
import type { Caller } from './caller.ts';
import { readQuery } from './coerce.ts';
import { failureResponse } from './failure-response.ts';
import { API_HEADERS } from './security-headers.ts';
import { streamResponse } from './sse.ts';

export interface Asked extends Found {
  readonly request: Request;
  readonly headers: Headers;
  readonly caller: Caller;
}

export interface Desk {
  readonly host: Host;
  readonly log: Log;
  readonly bodyBytesMax: number;
  readonly now: () => number;
}

/** A session that does not say when it ends is kept for a day. */
const SESSION_SECONDS_DEFAULT = 86_400;

function queryOf({ request: { url }, endpoint }: Asked): Record<string, unknown> {
  const search = url.indexOf('?');
  return search < 0 ? {} : readQuery(url.slice(search + 1), endpoint.coercers);
}

async function inputOf(asked: Asked, bodyBytesMax: number): Promise<Record<string, unknown>> {
  const { endpoint, values, request, headers } = asked;
  const { method, params, coercers, takesAfter } = endpoint;
  const isInBody = method === 'POST' || method === 'PUT';
  const input = isInBody ? await readBody(request, headers, bodyBytesMax) : queryOf(asked);
  const lastEvent = takesAfter ? headers('last-event-id') : undefined;
  if (lastEvent) input.after = coercers.get('after')?.([lastEvent]);
  for (const [at, name] of params.entries()) input[name] = coercers.get(name)?.([values[at] ?? '']);
  return input;
}

/** A page gets its credential as a cookie that its scripts cannot read. */
function handOver(output: Record<string, unknown>, asked: Asked, now: number): Response {
  const { endpoint } = asked;
  const { [endpoint.credentialField ?? '']: token, ...rest } = output;
  const endsAt = typeof output.expires_at === 'string' ? Date.parse(output.expires_at) : Number.NaN;
  const seconds = Number.isNaN(endsAt) ? SESSION_SECONDS_DEFAULT : (endsAt - now) / 1000;
  const cookie = keepSession(String(token), seconds, isSecure(asked.request.url, asked.headers));
  return new Response(JSON.stringify(rest), { headers: { ...API_HEADERS, 'Set-Cookie': cookie } });
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
  /** Tells a stream that its reader has left. */
  readonly reading: AbortController | null;
  readonly #request: Request;
  #signal: AbortSignal | null = null;

  constructor({ endpoint, caller, request }: Asked, input: Record<string, unknown>) {
    this.operation = endpoint.operation;
    this.input = input;
    this.actor = caller.actor;
    this.reading = endpoint.operation.events ? new AbortController() : null;
    this.#request = request;
  }

  get signal(): AbortSignal {
    const { signal } = this.#request;
    this.#signal ??= this.reading ? AbortSignal.any([signal, this.reading.signal]) : signal;
    return this.#signal;
  }
}

async function settle(desk: Desk, asked: Asked): Promise<Response> {
  const { host, log } = desk;
  const { operation, credentialField } = asked.endpoint;
  const call = new RestCall(asked, await inputOf(asked, desk.bodyBytesMax));
  const answer = await host.run(call);
  if (isStream(answer)) {
    return streamResponse(answer, {
      leave: () => call.reading?.abort(),
      onFailure: (failure) => {
        if (failure.kind === 'internal')
          log.error('stream failed', { operation: operation.name, cause: failure.cause });
      },
    });
  }
  const output = answer as Record<string, unknown>;
  if (credentialField && output[credentialField] && isFromPage(asked.headers)) {
    return handOver(output, asked, desk.now());
  }
  const isOver = await hasSignedOut(desk, asked);
  const headers = isOver
    ? { ...API_HEADERS, 'Set-Cookie': forgetSession(isSecure(asked.request.url, asked.headers)) }
    : API_HEADERS;
  return new Response(JSON.stringify(output ?? null), { headers });
}

/** Answers with the output, a stream, or the failure; a cookie that no longer holds is taken back with the 401. */
export async function answerCall(desk: Desk, asked: Asked): Promise<Response> {
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
    const secure = isSecure(asked.request.url, asked.headers);
    return failureResponse(failure, isStale ? { 'Set-Cookie': forgetSession(secure) } : {});
  }
}
