/** What the GitHub integration is told: where GitHub is, whose repositories are meant, and where the token lies. */
import { z } from 'zod';

export const githubConfig = z.object({
  baseUrl: z
    .url()
    .default('https://api.github.com')
    .describe('The REST API. GitHub Enterprise Server: `https://<host>/api/v3`.'),
  token: z
    .string()
    .default('env:GITHUB_TOKEN')
    .describe('Reference to a token: `env:NAME` or `file:/path`. A fine-grained token for the repositories is enough.'),
  owner: z.string().optional().describe('Person or organization meant by a repository without one: `nima`.'),
  timeoutMs: z
    .number()
    .int()
    .min(100)
    .default(30_000)
    .describe('Silence after which GitHub counts as unreachable. GitHub itself gives up after 10 s.'),
});
export type GithubConfig = z.output<typeof githubConfig>;
