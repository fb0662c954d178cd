/** One connected server. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { serverErrors, serverSchema } from './server.ts';
import { listServers } from './store.ts';

export const getServer = defineOperation({
  name: 'tools.servers.get',
  summary: 'Show a connected MCP server',
  input: z.object({ id: z.uuid() }),
  output: serverSchema,
  errors: serverErrors,
  permission: 'tools:read',
  effect: 'read',
  examples: [
    {
      say: 'show the tool server notes',
      input: { id: '00000000-0000-4000-8000-0000000000d1' },
      refers: { id: 'notes' },
    },
    {
      say: 'how is the MCP server notes',
      input: { id: '00000000-0000-4000-8000-0000000000d1' },
      refers: { id: 'notes' },
    },
  ],
  async run({ owner, db }, { id }, fail) {
    const [server] = await listServers(owner, db, [id]);
    if (!server) throw fail.server_unknown({});
    return server;
  },
});
