/** Manifest of the tools module. */
import { defineModule } from '../../kernel/module.ts';
import { callTool } from './call.ts';
import { listTools } from './list.ts';
import { createServer } from './servers/create.ts';
import { getServer } from './servers/get.ts';
import { listServers } from './servers/list.ts';
import { refreshServer } from './servers/refresh.ts';
import { removeServer } from './servers/remove.ts';
import { updateServer } from './servers/update.ts';
import { updateTool } from './update.ts';

export const tools = defineModule({
  name: 'tools',
  purpose: 'Tools of MCP servers the owner connects: namespaced, asked for, untrusted',
  folder: import.meta.dirname,
  operations: [
    listTools,
    updateTool,
    callTool,
    listServers,
    createServer,
    getServer,
    updateServer,
    removeServer,
    refreshServer,
  ],
});
