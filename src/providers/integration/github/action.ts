/** How an action of GitHub is written down: with the client at hand, and with what all of them share. */
import { z } from 'zod';
import { type Action, type Done, defineAction, type Work } from '../../../copilot/tasks/ports/integration.ts';
import type { Effect } from '../../../kernel/operation.ts';
import { type Fetch, type Github, githubFor } from './client.ts';
import { type RepositoryAt, repositoryAt, repositoryName } from './repository-name.ts';

/** What a run is given: the client, the repository meant, and the work itself. */
export interface Desk {
  readonly github: Github;
  readonly at: RepositoryAt;
  readonly work: Work;
}

export interface GithubAction<P extends z.ZodObject> {
  readonly name: string;
  readonly summary: string;
  readonly effect: Effect;
  /** With `repo: repositoryName` among them. */
  readonly params: P;
  preview(params: z.output<P>, desk: Desk): Promise<string>;
  run(params: z.output<P>, desk: Desk): Promise<Done>;
}

export const inRepository = { repo: repositoryName } as const;

/** Longest list one action answers: one page of GitHub. More is asked for by `page`. */
const PAGE_MAX = 100;
export const paged = {
  page: z.number().int().min(1).max(1000).default(1).describe('Page of the list, from 1.'),
  per_page: z.number().int().min(1).max(PAGE_MAX).default(30).describe('Entries per page, up to 100.'),
} as const;

export const numbered = { number: z.number().int().min(1).describe('Number of the issue or pull request.') } as const;

/** Binds an action to the way out. */
export function githubAction<P extends z.ZodObject>(action: GithubAction<P>): (fetch: Fetch) => Action {
  const deskOf = (fetch: Fetch, params: z.output<P>, work: Work): Desk => {
    const github = githubFor(fetch, work);
    return { github, work, at: repositoryAt((params as { repo: string }).repo, github.config) };
  };
  return (fetch) =>
    defineAction({
      name: action.name,
      summary: action.summary,
      params: action.params,
      effectOf: () => action.effect,
      // Each looks before it writes, or sets what is set already.
      isRepeatable: () => true,
      preview: async (params, work) => action.preview(params, deskOf(fetch, params, work)),
      run: async (params, work) => action.run(params, deskOf(fetch, params, work)),
    });
}

/** Longest body, file or log handed on: about 50,000 tokens, more than a model reads at once. */
const TEXT_CHARS_MAX = 200_000;

export function cut(text: string): { text: string; is_cut: boolean } {
  return text.length > TEXT_CHARS_MAX ? { text: text.slice(0, TEXT_CHARS_MAX), is_cut: true } : { text, is_cut: false };
}

export const nameOf = ({ owner, repo }: RepositoryAt): string => `${owner}/${repo}`;
