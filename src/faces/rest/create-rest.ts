/** Nima over HTTP, made from the catalog: every operation at its address, the documents about them, and the page. */
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { Actor, Log } from '../../kernel/context.ts';
import { asFailure, Failure } from '../../kernel/errors.ts';
import type { Host } from '../../kernel/host.ts';
import { type Headers, isProgramHere, requestFault } from '../../platform/auth/guard.ts';
import { AddressTable } from './address-table.ts';
import { answerCall } from './answer.ts';
import { readBody } from './body.ts';
import { type Admission, admit, type Caller } from './caller.ts';
import { addDocs } from './docs.ts';
import { endpointsOf } from './endpoint.ts';
import { failureResponse } from './failure-response.ts';
import { createPage } from './page.ts';
import { API_HEADERS } from './security-headers.ts';

export interface RestOptions {
  readonly host: Host;
  readonly log: Log;
  /** Names, beside loopback, under which browsers reach Nima. */
  readonly allowedHosts: readonly string[];
  readonly bodyBytesMax: number;
  /** Programs of this machine act as `loopbackActor` without a token. */
  readonly trustLoopback: boolean;
  readonly loopbackActor?: () => Promise<Actor | null>;
  /** Prometheus text. */
  readonly metrics?: () => Promise<string>;
  /** Answers the Model Context Protocol at /mcp, for callers already signed in. */
  readonly mcp?: (request: Request, actor: Actor) => Promise<Response>;
  /** Answers OpenAI's chat protocol at /v1/chat/completions, for callers already signed in. */
  readonly completions?: (asking: { body: unknown; actor: Actor; signal: AbortSignal }) => Promise<Response>;
  /** Folder of the built page. */
  readonly web?: string;
  readonly now: () => number;
}

/** `Bindings` are what the Node server passes along; in-process calls have none. */
type Env = { Bindings: Partial<HttpBindings> };
type Asking = Context<Env>;
export type Rest = Hono<Env>;

/** Node has the headers parsed already; the standard object would be built anew for each request. */
function headersOf(c: Asking): Headers {
  const parsed = c.env?.incoming?.headers;
  if (!parsed) return (name) => c.req.raw.headers.get(name) ?? undefined;
  return (name) => {
    const value = parsed[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
}

const addressOf = (c: Asking): string | undefined => c.env?.incoming?.socket.remoteAddress;

function visitOf(c: Asking) {
  return { method: c.req.method, headers: headersOf(c), address: addressOf(c) };
}

const DOCUMENTS = ['/openapi.json', '/docs/*', '/redoc/*'] as const;

function refuse(headers: Headers, allowedHosts: readonly string[]): void {
  const fault = requestFault(headers, allowedHosts);
  if (fault) throw fault;
}

function requireActor({ actor }: Caller): Actor {
  if (actor.owner) return actor;
  throw new Failure('unauthenticated', 'Sign in first, or send a bearer token.');
}

function addOperations(app: Rest, addresses: AddressTable, options: RestOptions, admission: Admission): void {
  app.all('/*', async (c, next) => {
    const found = addresses.find(c.req.method, c.req.path);
    if (!found) return next();
    const visit = visitOf(c);
    const caller = await admit(admission, visit);
    const { endpoint, values } = found;
    return answerCall(options, { endpoint, values, request: c.req.raw, headers: visit.headers, caller });
  });
}

function addMachinery(app: Rest, options: RestOptions, admission: Admission): void {
  const { metrics, mcp, completions, bodyBytesMax } = options;
  if (metrics) {
    app.get('/metrics', async (c) => {
      const visit = visitOf(c);
      const caller = await admit(admission, visit);
      if (!isProgramHere(visit.address, visit.headers)) requireActor(caller);
      return new Response(await metrics(), {
        headers: { ...API_HEADERS, 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' },
      });
    });
  }
  if (completions) {
    app.post('/v1/chat/completions', async (c) => {
      const visit = visitOf(c);
      const actor = requireActor(await admit(admission, visit));
      const body = await readBody(c.req.raw, visit.headers, bodyBytesMax);
      return completions({ body, actor, signal: c.req.raw.signal });
    });
  }
  if (mcp) app.all('/mcp', async (c) => mcp(c.req.raw, requireActor(await admit(admission, visitOf(c)))));
}

function unknownAddress(method: string, path: string, known: readonly string[]): Response {
  if (known.length === 0) {
    const text = `There is no ${method} ${path}. /docs lists every address.`;
    return failureResponse(new Failure('not_found', text, { code: 'address_unknown' }));
  }
  const text = `${path} takes ${known.join(' or ')}, not ${method}.`;
  const failure = new Failure('invalid', text, { code: 'method_not_allowed', details: { allowed: known } });
  return failureResponse(failure, { Allow: known.join(', ') });
}

export function createRest(options: RestOptions): Rest {
  const { host, log, allowedHosts, trustLoopback, loopbackActor, web } = options;
  const app: Rest = new Hono<Env>({ strict: false });
  const admission = { host, allowedHosts, loopbackActor: trustLoopback ? loopbackActor : undefined };
  const addresses = new AddressTable(endpointsOf(host.catalog.operations.values()));
  addOperations(app, addresses, options, admission);
  addMachinery(app, options, admission);
  for (const path of DOCUMENTS) {
    app.use(path, async (c, next) => {
      refuse(headersOf(c), allowedHosts);
      await next();
    });
  }
  addDocs(app, { catalog: host.catalog, version: host.version });
  const page = createPage(web);
  app.notFound(async (c) => {
    const { path, method } = c.req;
    const headers = headersOf(c);
    refuse(headers, allowedHosts);
    const known = addresses.methodsAt(path);
    const isPage = known.length === 0 && (method === 'GET' || method === 'HEAD') && !path.startsWith('/v1/');
    const shown = isPage ? await page(path, headers) : null;
    return shown ?? unknownAddress(method, path, known);
  });
  app.onError((thrown, c) => {
    const failure = asFailure(thrown);
    if (failure.kind === 'internal') log.error('request failed', { path: c.req.path, cause: thrown });
    return failureResponse(failure);
  });
  return app;
}
