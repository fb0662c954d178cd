/**
 * The part that stubs of model servers share: a real HTTP server on loopback that remembers requests, plays scripted
 * replies in order and can misbehave (hang, drop the line, talk garbage). How a reply is spelled is each stub's own.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StubCall {
  readonly name: string;
  readonly input: object;
}

export type StubReply =
  | { readonly text: string }
  | { readonly calls: readonly StubCall[]; readonly text?: string }
  /** A call whose arguments are this text, whatever it is. */
  | { readonly rawCall: { readonly name: string; readonly arguments: string } }
  | { readonly status: number; readonly message?: string }
  /** Says `after`, then nothing more, with the line open. */
  | { readonly hangs: true; readonly after?: string }
  /** Says `after`, then the line breaks. */
  | { readonly drops: true; readonly after?: string }
  /** Ends properly after `after`, without the protocol's own end. */
  | { readonly stops: true; readonly after?: string }
  | { readonly garbage: string };

export interface StubRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  // biome-ignore lint/suspicious/noExplicitAny: a vendor's body; tests reach into it.
  readonly body: any;
}

export interface StubServer {
  /** With `/v1`. */
  readonly url: string;
  readonly requests: readonly StubRequest[];
  /** Replies for the next generations, in order; after them the stub thinks for itself. */
  script(...replies: StubReply[]): void;
  stop(): Promise<void>;
}

/** How one protocol spells things. `spell` gives the lines of a whole or broken-off answer. */
export interface Protocol {
  readonly generatePath: string;
  get(path: string): object | null;
  think(body: StubRequest['body']): StubReply;
  spell(reply: StubReply, body: StubRequest['body']): Iterable<string>;
  error(status: number, message: string): object;
}

export async function startStubServer(protocol: Protocol, port = 0): Promise<StubServer> {
  const requests: StubRequest[] = [];
  const replies: StubReply[] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const body = await readBody(request);
    requests.push({ path, headers: request.headers, body });
    if (request.method === 'GET') return sendJson(response, protocol.get(path));
    if (path !== protocol.generatePath) return sendJson(response, null);
    return play(protocol, response, { reply: replies.shift() ?? protocol.think(body), body });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    script: (...more) => void replies.push(...more),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : null;
}

function sendJson(response: ServerResponse, body: object | null): void {
  response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body ?? { error: { message: 'No such address' } }));
}

interface Turn {
  readonly reply: StubReply;
  readonly body: unknown;
}

async function play(protocol: Protocol, response: ServerResponse, { reply, body }: Turn): Promise<void> {
  if ('status' in reply) {
    const message = reply.message ?? `Stub status ${reply.status}`;
    response.writeHead(reply.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(protocol.error(reply.status, message)));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  if ('garbage' in reply) {
    response.end(`data: ${reply.garbage}\n\n`);
    return;
  }
  for (const line of protocol.spell(reply, body)) {
    await new Promise((resolve) => response.write(line, resolve));
  }
  if ('drops' in reply) response.destroy();
  else if (!('hangs' in reply)) response.end();
}

/** Pieces of a few words each, so that a client sees a stream and not a block. */
export const inPieces = (text: string): readonly string[] => text.match(/\S+\s*(?:\S+\s*)?/g) ?? [];
