/** The connected servers, each with what it offers and what waits for a look. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { serverSchema } from './server.ts';
import { listServers as listServerRows } from './store.ts';

export const listServers = defineOperation({
  name: 'tools.servers.list',
  summary: 'List connected MCP servers',
  input: z.object({ limit: z.int().min(1).max(500).default(200) }),
  output: z.object({ servers: z.array(serverSchema) }),
  permission: 'tools:read',
  effect: 'read',
  examples: [
    { say: 'which MCP servers are connected', input: {} },
    { say: 'list the tool servers', input: {} },
    { say: 'show me my connected servers', input: {} },
  ],
  run: async ({ owner, db }, { limit }) => ({ servers: (await listServerRows(owner, db)).slice(0, limit) }),
});
