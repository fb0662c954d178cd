/** A real MCP server for tests, by the official SDK: over HTTP in this process, or as a program of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { onTestFinished } from 'vitest';

export interface ServedTool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: { type: 'object'; properties: Record<string, object> };
  answer(input: Record<string, unknown>): string | Promise<string>;
}

export const search: ServedTool = {
  name: 'search',
  description: 'Searches notes',
  inputSchema: { type: 'object', properties: { words: { type: 'string' } } },
  answer: ({ words }) => `2 notes about ${words}`,
};

export function mcpServer(tools: () => readonly ServedTool[]): Server {
  const server = new Server({ name: 'notes', version: '1' }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools().map(({ name, description, inputSchema }) => ({ name, description, inputSchema })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const tool = tools().find(({ name }) => name === params.name);
    if (!tool) return { isError: true, content: [{ type: 'text', text: `no tool ${params.name}` }] };
    return { content: [{ type: 'text', text: await tool.answer(params.arguments ?? {}) }] };
  });
  return server;
}

export interface ServedMcp {
  readonly url: string;
  /** What it offers from now on. */
  tools: readonly ServedTool[];
  /** Authorization headers it was sent. */
  readonly authorizations: readonly (string | undefined)[];
}

/** Streamable HTTP on a free port until the test ends, without sessions. */
export async function servedMcp(tools: readonly ServedTool[] = [search]): Promise<ServedMcp> {
  const authorizations: (string | undefined)[] = [];
  const served = { url: '', tools, authorizations };
  const http = createServer(async (request, response) => {
    authorizations.push(request.headers.authorization);
    const server = mcpServer(() => served.tools);
    const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined } as object);
    response.on('close', () => void transport.close());
    await server.connect(transport as Parameters<typeof server.connect>[0]);
    await transport.handleRequest(request, response);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  served.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/mcp`;
  return served;
}
