/** What the git integration is told: where repositories lie, who commits, and the credentials of each host. */
import { z } from 'zod';
import type { Work } from '../../../copilot/tasks/ports/integration.ts';

const credential = z.strictObject({
  username: z.string().default('x-access-token'),
  password: z.string().describe('Reference to a token: `env:NAME` or `file:/path`.'),
});

export const gitConfig = z.strictObject({
  roots: z
    .record(z.string().regex(/^[\w.-]+$/), z.string().startsWith('/'))
    .default({})
    .describe('Folders that hold repositories, by name: `code: /home/ana/code`.'),
  author: z
    .strictObject({ name: z.string(), email: z.string() })
    .default({ name: 'Nima', email: 'nima@localhost' })
    .describe('Who stands in a commit.'),
  credentials: z.record(z.string(), credential).default({}).describe('By host: `github.com`.'),
  protocols: z
    .array(z.enum(['https', 'http', 'ssh', 'file']))
    .default(['https', 'ssh'])
    .describe('How a remote may be reached. `file` lets a clone read any repository of this machine.'),
  path: z.string().default('/usr/local/bin:/usr/bin:/bin').describe('Where git is looked for.'),
  timeoutMs: z.number().int().min(1000).default(600_000).describe('After this long a command is ended.'),
});
export type GitConfig = z.output<typeof gitConfig>;

export const configOf = ({ config }: Work): GitConfig => config as GitConfig;
