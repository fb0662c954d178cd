/** Nima over HTTP, made from the catalog: every operation at its address, the documents about them, and the page. */
import type { RequestListener } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { Actor, Log } from '../../kernel/context.ts';
import { Failure } from '../../kernel/errors.ts';
import type { Host } from '../../kernel/host.ts';
import { type Headers, isProgramHere, requestFault } from '../../platform/auth/guard.ts';
import { OwnHosts } from '../../platform/auth/hosts.ts';
import { AddressTable, type Found } from './address-table.ts';
import { answerExchange, type Desk, refusalOf } from './answer.ts';
import { readBody } from './body.ts';
import { admit, type Caller } from './caller.ts';
import { addDocs } from './docs.ts';
import { endpointsOf } from './endpoint.ts';
import { failureAnswer } from './failure-answer.ts';
import { NodeExchange } from './node-exchange.ts';
import { createPage } from './page.ts';
import { TEXT_HEADERS } from './security-headers.ts';
import { responseOf, WebExchange } from './web-exchange.ts';

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
  /** Takes webhooks in at /hooks/<id>; it asks for a signature instead of a token. */
  readonly hooks?: (request: Request) => Promise<Response>;
  /** Folder of the built page. */
  readonly web?: string;
  readonly now: () => number;
}

/** `Bindings` are what the Node server passes along; in-process calls have none. */
type Env = { Bindings: Partial<HttpBindings> };
type App = Hono<Env>;

export interface Rest {
  /** Answers in process: `app.request('/v1/…')`. */
  readonly app: App;
  /** Answers on a Node server. Operations go straight to their answer, everything else through `app`. */
  readonly listener: RequestListener;
}

interface Counter extends Desk {
  readonly addresses: AddressTable;
}

const exchangeOf = (c: Context<Env>): WebExchange => new WebExchange(c.req.raw, c.env?.incoming);

const DOCUMENTS = ['/openapi.json', '/docs/*', '/redoc/*'] as const;

function refuse(headers: Headers, hosts: OwnHosts): void {
  const fault = requestFault(headers, hosts);
  if (fault) throw fault;
}

function requireActor({ actor }: Caller): Actor {
  if (actor.owner) return actor;
  throw new Failure('unauthenticated', 'Sign in first, or send a bearer token.');
}

function addOperations(app: App, counter: Counter): void {
  app.all('/*', async (c, next) => {
    const exchange = exchangeOf(c);
    const found = counter.addresses.find(exchange.method, exchange.path);
    return found ? exchange.respond(await answerExchange(counter, exchange, found)) : next();
  });
}

function addMachinery(app: App, { admission, bodyBytesMax }: Desk, options: RestOptions): void {
  const { metrics, mcp, completions, hooks } = options;
  if (metrics) {
    app.get('/metrics', async (c) => {
      const exchange = exchangeOf(c);
      const caller = await admit(admission, exchange);
      if (!isProgramHere(exchange.address, exchange.headers)) requireActor(caller);
      return responseOf({ status: 200, headers: TEXT_HEADERS, body: await metrics() });
    });
  }
  if (completions) {
    app.post('/v1/chat/completions', async (c) => {
      const exchange = exchangeOf(c);
      const actor = requireActor(await admit(admission, exchange));
      const body = await readBody(exchange, bodyBytesMax);
      return completions({ body, actor, signal: c.req.raw.signal });
    });
  }
  if (hooks) app.post('/hooks/:id', (c) => hooks(c.req.raw));
  if (mcp) app.all('/mcp', async (c) => mcp(c.req.raw, requireActor(await admit(admission, exchangeOf(c)))));
}

function unknownAddress(method: string, path: string, known: readonly string[]): Response {
  if (known.length === 0) {
    const text = `There is no ${method} ${path}. /docs lists every address.`;
    return responseOf(failureAnswer(new Failure('not_found', text, { code: 'address_unknown' })));
  }
  const text = `${path} takes ${known.join(' or ')}, not ${method}.`;
  const failure = new Failure('invalid', text, { code: 'method_not_allowed', details: { allowed: known } });
  return responseOf(failureAnswer(failure, ['Allow', known.join(', ')]));
}

function addPage(app: App, { addresses, admission }: Counter, web: string | undefined): void {
  const page = createPage(web);
  app.notFound(async (c) => {
    const { path, method } = c.req;
    const { headers } = exchangeOf(c);
    refuse(headers, admission.hosts);
    const known = addresses.methodsAt(path);
    const isPage = known.length === 0 && (method === 'GET' || method === 'HEAD') && !path.startsWith('/v1/');
    const shown = isPage ? await page(path, headers) : null;
    return shown ?? unknownAddress(method, path, known);
  });
}

/** Never rejects: whoever listens does not wait. */
async function answerOnSocket(counter: Counter, exchange: NodeExchange, found: Found): Promise<void> {
  try {
    const answer = await answerExchange(counter, exchange, found);
    await exchange.send(answer);
  } catch (cause) {
    counter.log.error('answer not sent', { path: exchange.path, cause });
    exchange.abandon();
  }
}

function listenerOf(counter: Counter, app: App): RequestListener {
  const listenToOthers = getRequestListener(app.fetch);
  return (incoming, outgoing) => {
    const exchange = new NodeExchange(incoming, outgoing);
    const found = counter.addresses.find(exchange.method, exchange.path);
    if (!found) return void listenToOthers(incoming, outgoing);
    void answerOnSocket(counter, exchange, found);
  };
}

export function createRest(options: RestOptions): Rest {
  const { host, log, allowedHosts, bodyBytesMax, trustLoopback, loopbackActor, web, now } = options;
  const app: App = new Hono<Env>({ strict: false });
  const admission = {
    host,
    hosts: new OwnHosts(allowedHosts),
    loopbackActor: trustLoopback ? loopbackActor : undefined,
  };
  const addresses = new AddressTable(endpointsOf(host.catalog.operations.values()));
  const counter = { host, log, admission, addresses, bodyBytesMax, now };
  addOperations(app, counter);
  addMachinery(app, counter, options);
  for (const path of DOCUMENTS) {
    app.use(path, async (c, next) => {
      refuse(exchangeOf(c).headers, admission.hosts);
      await next();
    });
  }
  addDocs(app, { catalog: host.catalog, version: host.version });
  addPage(app, counter, web);
  app.onError((thrown, c) => responseOf(refusalOf(thrown, c.req.path, log)));
  return { app, listener: listenerOf(counter, app) };
}
