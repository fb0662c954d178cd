/** Switches a server on or off. Off, none of its tools can be called; their policies stay. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { toolServers } from './ask-for-tools.ts';
import { serverErrors, serverSchema } from './server.ts';
import { listServers, updateServer as updateServerRow } from './store.ts';

export const updateServer = defineOperation({
  name: 'tools.servers.update',
  summary: 'Switch a connected MCP server on or off',
  input: z.object({ id: z.uuid(), is_enabled: z.boolean() }),
  output: serverSchema,
  errors: serverErrors,
  permission: 'tools:write',
  effect: 'write',
  examples: [
    {
      say: 'switch off the tool server notes',
      input: { id: '00000000-0000-4000-8000-0000000000d1', is_enabled: false },
      refers: { id: 'notes' },
    },
    {
      say: 'switch the MCP server notes on again',
      input: { id: '00000000-0000-4000-8000-0000000000d1', is_enabled: true },
      refers: { id: 'notes' },
    },
  ],
  async run(ctx, { id, is_enabled }, fail) {
    const { owner, db } = ctx;
    if (!(await updateServerRow(owner, db, id, { is_enabled: is_enabled ? 1 : 0 }))) throw fail.server_unknown({});
    if (!is_enabled) await toolServers(ctx).forget(id);
    const [server] = await listServers(owner, db, [id]);
    return server as NonNullable<typeof server>;
  },
});
