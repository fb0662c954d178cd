/** The tools of connected servers, with the owner's policy for each. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { listToolRows } from './store.ts';
import { toolSchema } from './tool.ts';

export const listTools = defineOperation({
  name: 'tools.list',
  summary: 'List the tools of connected MCP servers',
  input: z.object({
    limit: z.int().min(1).max(1000).default(500),
    server: z.string().max(100).optional().describe('Only those of this server'),
  }),
  output: z.object({ tools: z.array(toolSchema) }),
  permission: 'tools:read',
  effect: 'read',
  examples: [
    { say: 'which tools are connected', input: {} },
    { say: 'list the MCP tools', input: {} },
    { say: 'which tools does the server notes offer', input: { server: 'notes' } },
    { say: 'list the tools of the tool server notes', input: { server: 'notes' } },
    { say: 'what tools can you call', input: {} },
  ],
  run: async ({ owner, db }, { server, limit }) => ({
    tools: (await listToolRows(owner, db, server)).slice(0, limit),
  }),
});
