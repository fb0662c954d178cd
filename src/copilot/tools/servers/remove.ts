/** Disconnects a server and forgets its tools with their policies. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { toolServers } from './ask-for-tools.ts';
import { serverErrors } from './server.ts';
import { deleteServer, findServer } from './store.ts';

export const removeServer = defineOperation({
  name: 'tools.servers.remove',
  summary: 'Disconnect an MCP server',
  input: z.object({ id: z.uuid() }),
  output: z.object({ name: z.string() }),
  errors: serverErrors,
  permission: 'tools:write',
  effect: 'destroy',
  examples: [
    {
      say: 'disconnect the tool server notes',
      input: { id: '00000000-0000-4000-8000-0000000000d1' },
      refers: { id: 'notes' },
    },
    {
      say: 'remove the MCP server notes',
      input: { id: '00000000-0000-4000-8000-0000000000d1' },
      refers: { id: 'notes' },
    },
  ],
  async preview({ owner, db }, { id }) {
    const server = await findServer(owner, db, { id });
    return server
      ? `Disconnects ${server.name} and forgets what you decided about its tools.`
      : 'Disconnects a tool server.';
  },
  async run(ctx, { id }, fail) {
    const { owner, db } = ctx;
    const server = await findServer(owner, db, { id });
    if (!server || !(await deleteServer(owner, db, id))) throw fail.server_unknown({});
    await toolServers(ctx).forget(id);
    return { name: server.name };
  },
});
