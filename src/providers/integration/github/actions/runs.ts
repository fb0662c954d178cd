/** Runs of GitHub Actions: which ran, and how one ended. */
import { z } from 'zod';
import { githubAction, inRepository, nameOf, paged } from '../action.ts';
import { type Run, runAnswer, runsAnswer } from '../answers.ts';

const shown = (run: Run) => ({
  id: run.id,
  name: run.name ?? null,
  title: run.display_title,
  status: run.status,
  conclusion: run.conclusion,
  branch: run.head_branch,
  sha: run.head_sha,
  attempt: run.run_attempt ?? 1,
  url: run.html_url,
  updated_at: run.updated_at,
});

export const listRuns = githubAction({
  name: 'list_runs',
  summary: 'List runs of GitHub Actions',
  effect: 'read',
  params: z.object({
    ...inRepository,
    branch: z.string().optional().describe('Only runs of this branch.'),
    status: z
      .enum(['completed', 'failure', 'success', 'in_progress', 'queued', 'cancelled'])
      .optional()
      .describe('Only these.'),
    ...paged,
  }),
  preview: async (_, { at }) => `List runs of ${nameOf(at)}.`,
  async run({ branch, status, page, per_page }, { github, at }) {
    const query = { page, per_page, ...(branch ? { branch } : {}), ...(status ? { status } : {}) };
    const found = await github.send(
      { method: 'get', path: '/repos/{owner}/{repo}/actions/runs', at, query },
      runsAnswer,
    );
    const data = { runs: found.workflow_runs.map(shown), total: found.total_count, page };
    return { summary: `${found.total_count} runs in ${nameOf(at)}.`, data, isUntrusted: true };
  },
});

export const getRun = githubAction({
  name: 'get_run',
  summary: 'Look at one run of GitHub Actions',
  effect: 'read',
  params: z.object({ ...inRepository, run_id: z.number().int().min(1).describe('Id of the run.') }),
  preview: async ({ run_id }, { at }) => `Read run ${run_id} of ${nameOf(at)}.`,
  async run({ run_id }, { github, at }) {
    const path = '/repos/{owner}/{repo}/actions/runs/{run_id}';
    const run = await github.send({ method: 'get', path, at: { ...at, run_id } }, runAnswer);
    const state = run.conclusion ?? run.status ?? 'unknown';
    return {
      summary: `Run ${run_id} "${run.display_title}" is ${state.replace('_', ' ')}.`,
      data: shown(run),
      isUntrusted: true,
    };
  },
});
