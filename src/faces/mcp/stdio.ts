/** MCP over standard input and output, for a client that starts Nima itself. */
import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Actor } from '../../kernel/context.ts';
import type { Host } from '../../kernel/host.ts';
import { createMcpServer, offerOf } from './server.ts';

export interface StdioStreams {
  readonly stdin: Readable;
  readonly stdout: Writable;
}

/** Serves until the client closes its end. */
export async function serveMcpStdio(host: Host, actor: Actor, streams: StdioStreams = process): Promise<void> {
  const { stdin, stdout } = streams;
  const server = createMcpServer(host, offerOf(host), actor);
  const gone = Promise.withResolvers<void>();
  server.onclose = gone.resolve;
  stdin.once('end', () => void server.close());
  stdin.once('close', () => void server.close());
  await server.connect(new StdioServerTransport(stdin, stdout));
  await gone.promise;
}
