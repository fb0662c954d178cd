/** Runs one endpoint: request in, answer out. What is wrong is thrown as a Failure, for the edge to say. */

import type { Log } from '../../kernel/context.ts';
import { asFailure } from '../../kernel/errors.ts';
import type { Host } from '../../kernel/host.ts';
import { isStream } from '../../kernel/operation.ts';
import { forgetSession, isSecure, keepSession } from '../../platform/auth/credentials.ts';
import { type Headers, isFromPage } from '../../platform/auth/guard.ts';
import { readBody } from './body.ts';
import type { Caller } from './caller.ts';
import { readQuery } from './coerce.ts';
import type { Endpoint } from './endpoint.ts';
import { failureResponse } from './failure-response.ts';
import { API_HEADERS } from './security-headers.ts';
import { streamResponse } from './sse.ts';

export interface Asked {
  readonly request: Request;
  readonly headers: Headers;
  readonly param: (name: string) => string | undefined;
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

async function inputOf(endpoint: Endpoint, asked: Asked, bodyBytesMax: number): Promise<Record<string, unknown>> {
  const { request, headers, param } = asked;
  const search = request.url.indexOf('?');
  const isInBody = endpoint.method === 'POST' || endpoint.method === 'PUT';
  const input = isInBody
    ? await readBody(request, headers, bodyBytesMax)
    : search < 0
      ? {}
      : readQuery(request.url.slice(search + 1), endpoint.coercers);
  const lastEvent = headers('last-event-id');
  if (lastEvent && endpoint.takesAfter) input.after = endpoint.coercers.get('after')?.([lastEvent]);
  for (const name of endpoint.params) input[name] = endpoint.coercers.get(name)?.([param(name) ?? '']);
  return input;
}

/** A page gets its credential as a cookie that its scripts cannot read. */
function handOver(endpoint: Endpoint, output: Record<string, unknown>, asked: Asked, now: number): Response {
  const { [endpoint.credentialField ?? '']: token, ...rest } = output;
  const endsAt = typeof output.expires_at === 'string' ? Date.parse(output.expires_at) : Number.NaN;
  const seconds = Number.isNaN(endsAt) ? SESSION_SECONDS_DEFAULT : (endsAt - now) / 1000;
  const cookie = keepSession(String(token), seconds, isSecure(asked.request.url, asked.headers));
  return new Response(JSON.stringify(rest), { headers: { ...API_HEADERS, 'Set-Cookie': cookie } });
}

/** After a change by cookie: true when it has ended the very session that asked for it. */
async function hasSignedOut({ host }: Desk, { operation }: Endpoint, { cookie, isByCookie }: Caller): Promise<boolean> {
  if (!isByCookie || !cookie || operation.effect === 'read') return false;
  return (await host.authenticate(cookie, 'rest')) === null;
}

async function settle(desk: Desk, endpoint: Endpoint, asked: Asked): Promise<Response> {
  const { host, log } = desk;
  const { operation } = endpoint;
  const { actor } = asked.caller;
  const input = await inputOf(endpoint, asked, desk.bodyBytesMax);
  const reading = operation.events ? new AbortController() : null;
  const signal = reading ? AbortSignal.any([asked.request.signal, reading.signal]) : asked.request.signal;
  const answer = await host.run({ operation, input, actor, signal });
  if (isStream(answer)) {
    return streamResponse(answer, {
      leave: () => reading?.abort(),
      onFailure: (failure) => {
        if (failure.kind === 'internal')
          log.error('stream failed', { operation: operation.name, cause: failure.cause });
      },
    });
  }
  const { credentialField } = endpoint;
  const output = answer as Record<string, unknown>;
  if (credentialField && output[credentialField] && isFromPage(asked.headers)) {
    return handOver(endpoint, output, asked, desk.now());
  }
  const isOver = await hasSignedOut(desk, endpoint, asked.caller);
  const headers = isOver
    ? { ...API_HEADERS, 'Set-Cookie': forgetSession(isSecure(asked.request.url, asked.headers)) }
    : API_HEADERS;
  return new Response(JSON.stringify(output ?? null), { headers });
}

/** Answers with the output, a stream, or the failure; a cookie that no longer holds is taken back with the 401. */
export async function answerCall(desk: Desk, endpoint: Endpoint, asked: Asked): Promise<Response> {
  try {
    return await settle(desk, endpoint, asked);
  } catch (thrown) {
    const failure = asFailure(thrown);
    // The pipeline has logged what it calls internal.
    if (failure.kind === 'unavailable') {
      desk.log.warn('unavailable', { operation: endpoint.operation.name, cause: failure });
    }
    const { cookie, isByCookie } = asked.caller;
    const isStale = failure.kind === 'unauthenticated' && cookie !== null && !isByCookie;
    const secure = isSecure(asked.request.url, asked.headers);
    return failureResponse(failure, isStale ? { 'Set-Cookie': forgetSession(secure) } : {});
  }
}
