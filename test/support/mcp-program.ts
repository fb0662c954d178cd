/** An MCP server as a program: speaks over standard input and output, and tells which of its variables it was given. */

import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';

const server = new Server({ name: 'variables', version: '1' }, { capabilities: { tools: {} } });
const inputSchema = { type: 'object' as const, properties: { name: { type: 'string' } } };
server.setRequestHandler(ListToolsRequestSchema, () => ({
  tools: [{ name: 'variable', description: 'Tells a variable', inputSchema }],
}));
server.setRequestHandler(CallToolRequestSchema, ({ params }) => {
  const name = String(params.arguments?.name);
  return { content: [{ type: 'text', text: process.env[name] ?? 'not given' }] };
});
await server.connect(new StdioServerTransport());
