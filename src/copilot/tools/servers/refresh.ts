/** Asks a server again what it offers. What is new or changed waits for the owner's look. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { askForTools } from './ask-for-tools.ts';
import { serverErrors, serverSchema } from './server.ts';
import { findServer, listServers } from './store.ts';

export const refreshServer = defineOperation({
  name: 'tools.servers.refresh',
  summary: 'Ask a connected MCP server for its tools again',
  input: z.object({ id: z.uuid() }),
  output: serverSchema,
  errors: serverErrors,
  permission: 'tools:write',
  effect: 'spend',
  examples: [
    {
      say: 'ask the tool server notes for its tools again',
      input: { id: '00000000-0000-4000-8000-0000000000d1' },
      refers: { id: 'notes' },
    },
    {
      say: 'reload the tool server notes',
      input: { id: '00000000-0000-4000-8000-0000000000d1' },
      refers: { id: 'notes' },
    },
  ],
  async run(ctx, { id }, fail) {
    const { owner, db } = ctx;
    const server = await findServer(owner, db, { id });
    if (!server) throw fail.server_unknown({});
    await askForTools(ctx, server);
    const [refreshed] = await listServers(owner, db, [id]);
    return refreshed as NonNullable<typeof refreshed>;
  },
});
