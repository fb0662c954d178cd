/**
 * The part that contract servers share: a real HTTP server on loopback that remembers requests and can be told to
 * misbehave: refuse the next calls, answer 429, never answer, break the line.
 */
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: a request's body; routes and tests reach into it.
  readonly body: any;
  readonly text: string;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
}

export type Fault = Answer | 'never' | 'drop';

export interface FaultScript {
  /** Only calls whose `METHOD path` fits. */
  readonly at?: RegExp;
  /** How many calls; all of them unless said. */
  readonly times?: number;
}

export interface FaultyServer {
  readonly url: string;
  readonly asked: readonly Asked[];
  fail(fault: Fault, script?: FaultScript): void;
  heal(): void;
  stop(): Promise<void>;
}

type Route = (asked: Asked, response: ServerResponse) => Answer | 'handled';

interface Planned extends FaultScript {
  readonly fault: Fault;
  left: number;
}

/** Takes over what `server` hears; used with a plain server, or a TLS one that asks for client certificates. */
export async function startFaultyServer(route: Route, server: Server = createServer()): Promise<FaultyServer> {
  const asked: Asked[] = [];
  const plan: Planned[] = [];
  server.on('request', async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://peer');
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    const { method = 'GET', headers } = request;
    const each = { method, path: decodeURIComponent(pathname), query: searchParams, headers, body: jsonOf(text), text };
    asked.push(each);
    const planned = plan.find(({ at, left }) => left > 0 && (at?.test(`${method} ${each.path}`) ?? true));
    if (planned) planned.left--;
    if (planned?.fault === 'never') return;
    if (planned?.fault === 'drop') return void response.destroy();
    const answer = planned ? planned.fault : route(each, response);
    if (answer !== 'handled') send(response, answer as Answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(stop);
  const scheme = 'setSecureContext' in server ? 'https' : 'http';
  return {
    url: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    fail: (fault, script = {}) => void plan.push({ ...script, fault, left: script.times ?? Number.POSITIVE_INFINITY }),
    heal: () => void plan.splice(0),
    stop,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function send(response: ServerResponse, { status = 200, headers = {}, json, text }: Answer): void {
  const body = text ?? (json === undefined ? '' : JSON.stringify(json));
  response.writeHead(status, { 'content-type': text === undefined ? 'application/json' : 'text/plain', ...headers });
  response.end(body);
}
