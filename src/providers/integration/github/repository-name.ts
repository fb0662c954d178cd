/** Which repository is meant: `owner/nima`, or `nima` of the configured owner. */
import { z } from 'zod';
import { Failure } from '../../../kernel/errors.ts';
import type { GithubConfig } from './config.ts';

/** GitHub's own alphabet. A name of dots alone would climb out of the address. */
export const repositoryName = z
  .string()
  .regex(/^(?:[\w.-]+\/)?(?!\.{1,2}$)[\w.-]{1,100}$/, 'Write a repository as "nima" or "owner/nima".')
  .refine((name) => !/^\.{1,2}\//.test(name), 'Write a repository as "nima" or "owner/nima".')
  .describe('Repository: `nima` (of the configured owner) or `owner/nima`.');

export interface RepositoryAt {
  readonly owner: string;
  readonly repo: string;
}

export function repositoryAt(name: string, { owner }: GithubConfig): RepositoryAt {
  const [first = '', second] = name.split('/');
  if (second !== undefined) return { owner: first, repo: second };
  if (owner) return { owner, repo: first };
  throw new Failure('invalid', `Whose ${name}? Write "owner/${name}", or set \`owner\` of the github integration.`, {
    code: 'github_owner_missing',
  });
}
