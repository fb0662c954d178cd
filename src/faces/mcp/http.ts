/** MCP over streamable HTTP, without sessions: every request brings its own server, so any replica may answer it. */
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { Actor } from '../../kernel/context.ts';
import type { Host } from '../../kernel/host.ts';
import { createMcpServer, offerOf } from './server.ts';

/** For a caller the REST face has already let in: host, origin and token are its business. */
export type McpHandler = (request: Request, actor: Actor) => Promise<Response>;

/** Nothing is ever pushed, so there is no stream to open and no session to end. */
function onlyPost(): Response {
  const error = { code: -32_000, message: 'Send MCP messages by POST; this server keeps no session.' };
  return Response.json({ jsonrpc: '2.0', error, id: null }, { status: 405, headers: { Allow: 'POST' } });
}

export function createMcpHandler(host: Host): McpHandler {
  const offer = offerOf(host);
  return async (request, actor) => {
    if (request.method !== 'POST') return onlyPost();
    const server = createMcpServer(host, offer, actor);
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    await server.connect(transport);
    const leave = () => void server.close();
    request.signal.addEventListener('abort', leave, { once: true });
    try {
      return await transport.handleRequest(request);
    } finally {
      request.signal.removeEventListener('abort', leave);
      await server.close();
    }
  };
}
