/** Connects a server: keeps how it is reached and asks it for its tools. None may run before the owner has looked at it. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { withoutSecrets } from '../../../kernel/redact.ts';
import type { ServerAddress } from '../ports/tool-server.ts';
import { askForTools } from './ask-for-tools.ts';
import { serverNameSchema, serverSchema } from './server.ts';
import { findServer, insertServer, listServers } from './store.ts';

const VALUES_MAX = 30;
const given = z
  .record(z.string().max(100), z.string().max(2000))
  .refine((values) => Object.keys(values).length <= VALUES_MAX, `At most ${VALUES_MAX} of them.`);

const input = z.object({
  name: serverNameSchema.describe('Short name; it stands before the names of its tools'),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional()
    .describe('Address of a server that speaks streamable HTTP'),
  command: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe('Program of a server that speaks over standard input and output'),
  args: z.array(z.string().max(2000)).max(50).optional().describe('Arguments of the program'),
  environment: given
    .optional()
    .describe('Variables for the program; secrets as references, `env:NAME` or `file:/path`'),
  headers: given.optional().describe('Headers for the address; secrets as references, `env:NAME` or `file:/path`'),
});
type Input = z.output<typeof input>;

function addressOf({ url, command, args = [], environment = {}, headers = {} }: Input): ServerAddress | null {
  if (url && !command) return { transport: 'http', url, headers };
  if (command && !url) return { transport: 'stdio', command, args, environment };
  return null;
}

export const createServer = defineOperation({
  name: 'tools.servers.create',
  summary: 'Connect an MCP server and its tools',
  input,
  output: serverSchema,
  errors: {
    server_unclear: {
      kind: 'invalid',
      text: () => 'Give either a url or a command: a server is reached one way.',
    },
    server_exists: {
      kind: 'conflict',
      text: ({ name }: { name: string }) =>
        `There is a server called ${name} already. Choose another name, or remove that one first.`,
    },
    secret_in_plain: {
      kind: 'invalid',
      text: ({ names }: { names: string[] }) =>
        `${String(names).replaceAll(',', ', ')} looks like a secret. Put it into an environment variable or a file and give \`env:NAME\` or \`file:/path\`.`,
    },
  },
  permission: 'tools:write',
  // It starts a program or speaks to an address that somebody else wrote.
  effect: 'spend',
  undo: 'tools.servers.remove',
  examples: [
    {
      say: 'connect the MCP server at http://localhost:9000/mcp as journal',
      input: { name: 'journal', url: 'http://localhost:9000/mcp' },
    },
    {
      say: 'add the tool server http://127.0.0.1:7777/mcp called weather',
      input: { name: 'weather', url: 'http://127.0.0.1:7777/mcp' },
    },
    {
      say: 'connect http://localhost:9000/mcp as journal',
      input: { name: 'journal', url: 'http://localhost:9000/mcp' },
    },
  ],
  preview: async (_ctx, asked) =>
    `Connects ${asked.name}: ${asked.url ?? [asked.command, ...(asked.args ?? [])].join(' ')}. Its tools still ask before each call.`,
  async run(ctx, asked, fail) {
    const { owner, db, newId, clock } = ctx;
    const address = addressOf(asked);
    if (!address) throw fail.server_unclear({});
    const values = { ...asked.environment, ...asked.headers };
    const plain = Object.entries(values).filter(([name, value]) => isPlainSecret(name, value));
    if (plain.length > 0) throw fail.secret_in_plain({ names: plain.map(([name]) => name) });
    const server = { id: newId(), name: asked.name, address, createdAt: clock.now() };
    if (!(await insertServer(owner, db, server))) throw fail.server_exists({ name: asked.name });
    const known = await findServer(owner, db, { id: server.id });
    if (known) await askForTools(ctx, known);
    const [created] = await listServers(owner, db, [server.id]);
    return created as NonNullable<typeof created>;
  },
});

/** Named or shaped like a secret, and not a reference to one. */
function isPlainSecret(name: string, value: string): boolean {
  if (/^(env|file):/.test(value)) return false;
  const pair = { [name]: value };
  return JSON.stringify(withoutSecrets(pair)) !== JSON.stringify(pair);
}
