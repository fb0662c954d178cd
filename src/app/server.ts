/** Nima as a server: the faces that listen, on one port. */
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { receiveHook } from '../core/webhooks/index.ts';
import { createHooks, type HooksHandler } from '../faces/hooks/receive.ts';
import type { McpHandler } from '../faces/mcp/http.ts';
import { createCompletions } from '../faces/openai/completions.ts';
import { createRest, type Rest } from '../faces/rest/create-rest.ts';
import type { Actor } from '../kernel/context.ts';
import { Failure } from '../kernel/errors.ts';
import type { Host } from '../kernel/host.ts';
import { isLoopbackAddress } from '../platform/auth/hosts.ts';
import { type Nima, webFolder } from './assemble.ts';

export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

const isLoopback = (host: string): boolean => host === 'localhost' || isLoopbackAddress(host);

/** Loaded when the first MCP client comes; most days on a small machine none does. */
function lazyMcp(host: Host): (request: Request, actor: Actor) => Promise<Response> {
  let handler: Promise<McpHandler> | null = null;
  return async (request, actor) => {
    handler ??= import('../faces/mcp/http.ts').then(({ createMcpHandler }) => createMcpHandler(host));
    return (await handler)(request, actor);
  };
}

/** A message belongs to the owner of the address it came to, so nobody in particular takes it in. */
function hooksOf(nima: Nima): HooksHandler {
  const nobody: Actor = { kind: 'system', owner: '', permissions: [], face: 'rest' };
  return createHooks((arrival) => receiveHook(nima.context(nobody, new AbortController().signal), arrival));
}

export function restOf(nima: Nima): Rest {
  const { host, settings, log, metrics, clock } = nima;
  const web = webFolder();
  return createRest({
    host,
    log,
    allowedHosts: settings.server.allowedHosts,
    bodyBytesMax: settings.server.bodyBytesMax,
    trustLoopback: settings.auth.trustLoopback,
    loopbackActor: () => nima.actor('rest'),
    metrics: () => metrics.text(),
    mcp: lazyMcp(host),
    completions: createCompletions(host, () => clock.now()),
    hooks: hooksOf(nima),
    ...(web ? { web } : {}),
    now: () => clock.now(),
  });
}

function listenFailure(cause: NodeJS.ErrnoException, port: number, hostName: string): Failure {
  const text =
    cause.code === 'EADDRINUSE'
      ? `Port ${port} is taken, perhaps by another Nima. Stop it, or choose another port with NIMA_SERVER_PORT.`
      : `Nima cannot listen on ${hostName}:${port}: ${cause.message}.`;
  return new Failure('unavailable', text, { code: 'cannot_listen', cause });
}

/** Tells the command line where the server is; removed when it stops. */
function announce(folder: string, url: string): () => void {
  const file = join(folder, 'server.json');
  writeFileSync(file, JSON.stringify({ url, pid: process.pid }), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

export async function startServer(nima: Nima): Promise<RunningServer> {
  const { host: hostname, port } = nima.settings.server;
  if (!isLoopback(hostname) && (await nima.actor('rest')) === null) {
    throw new Failure(
      'forbidden',
      `Nima listens beyond this machine (${hostname}) only when there is an owner with a password.`,
    );
  }
  // A request without a body has no stream to be read to its end: 1 µs of each.
  const server = createServer({ optimizeEmptyRequests: true }, restOf(nima).listener);
  const listening = Promise.withResolvers<void>();
  server.on('error', (cause: NodeJS.ErrnoException) => listening.reject(listenFailure(cause, port, hostname)));
  server.listen(port, hostname, listening.resolve);
  await listening.promise;
  const address = server.address() as AddressInfo;
  const url = `http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${address.port}`;
  const retract = announce(nima.settings.data.folder, url);
  nima.start();
  return {
    url,
    async stop() {
      retract();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await nima.close();
    },
  };
}
