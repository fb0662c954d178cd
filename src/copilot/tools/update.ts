/** The owner's word on one tool: ask, allow or off. Giving it also accepts the tool as it is described now. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { findServer } from './servers/store.ts';
import { acceptTool, listToolRows } from './store.ts';
import { POLICIES, partsOf, toolErrors, toolSchema } from './tool.ts';

export const updateTool = defineOperation({
  name: 'tools.update',
  summary: 'Decide whether a tool of an MCP server asks, runs freely or is off',
  input: z.object({
    id: z
      .string()
      .max(100)
      .regex(/^[\w-]+$/, 'A tool is named by its server and itself, such as notes__search.')
      .describe('Server and tool: `github__create_issue`'),
    policy: z.enum(POLICIES),
  }),
  output: toolSchema,
  errors: toolErrors,
  permission: 'tools:write',
  effect: 'write',
  examples: [
    { say: 'let the tool notes__search run freely', input: { id: 'notes__search', policy: 'allow' } },
    { say: 'the tool notes__search should ask every time', input: { id: 'notes__search', policy: 'ask' } },
    { say: 'turn the tool notes__search off', input: { id: 'notes__search', policy: 'off' } },
    { say: 'use the tool notes__search without asking', input: { id: 'notes__search', policy: 'allow' } },
  ],
  preview: async (_ctx, { id, policy }) =>
    policy === 'allow' ? `${id} may then be called without asking you.` : `Sets ${id} to ${policy}.`,
  async run({ owner, db }, { id, policy }, fail) {
    const parts = partsOf(id);
    const server = parts && (await findServer(owner, db, { name: parts.server }));
    const isThere = server && (await acceptTool(owner, db, { serverId: server.id, name: parts.tool, policy }));
    const tool = isThere && (await listToolRows(owner, db, parts.server)).find(({ name }) => name === id);
    if (!tool) throw fail.tool_unknown({ name: id });
    return tool;
  },
});
