/** GitHub as an integration of tasks: its manifest. The actions live beside, by what they act on. */
import { z } from 'zod';
import type { Health, Integration, Work } from '../../../copilot/tasks/ports/integration.ts';
import { asFailure } from '../../../kernel/errors.ts';
import { closeIssue, comment, createIssue, listIssues, updateIssue } from './actions/issues.ts';
import { createPr, getPr, listPrs, mergePr } from './actions/pulls.ts';
import { getRepo, listCommits, listFiles, readFile, searchCode } from './actions/repository.ts';
import { getRun, listRuns } from './actions/runs.ts';
import { type Fetch, githubFor } from './client.ts';
import { githubConfig } from './config.ts';

const ACTIONS = [
  ...[createPr, listPrs, getPr, mergePr],
  ...[createIssue, updateIssue, closeIssue, comment, listIssues],
  ...[getRepo, readFile, listFiles, searchCode, listCommits],
  ...[listRuns, getRun],
] as const;

export function githubIntegration({ fetch }: { readonly fetch: Fetch }): Integration {
  return {
    name: 'github',
    summary: 'Pull requests, issues, files and runs on GitHub',
    config: githubConfig,
    actions: ACTIONS.map((bind) => bind(fetch)),
    tested: 'recorded',
    health: (work) => health(fetch, work),
  };
}

const limitAnswer = z.object({ resources: z.object({ core: z.object({ limit: z.number(), remaining: z.number() }) }) });

/** Asks for the rate limit: it needs a valid token, changes nothing, and is not counted against the limit. */
async function health(fetch: Fetch, work: Work): Promise<Health> {
  try {
    const github = githubFor(fetch, work);
    const { resources } = await github.send({ method: 'get', path: '/rate_limit', at: {} as never }, limitAnswer);
    const { limit, remaining } = resources.core;
    return {
      isReady: true,
      text: `Connected to ${new URL(github.config.baseUrl).host}; ${remaining} of ${limit} calls left this hour.`,
    };
  } catch (thrown) {
    work.signal.throwIfAborted();
    return { isReady: false, text: asFailure(thrown).message };
  }
}
