/** Pull requests: open one (or find the one already open), look at them, merge. */
import { z } from 'zod';
import type { Done } from '../../../../copilot/tasks/ports/integration.ts';
import { Failure } from '../../../../kernel/errors.ts';
import { cut, type Desk, githubAction, inRepository, nameOf, numbered, paged } from '../action.ts';
import { mergeAnswer, type Pull, pullAnswer, repositoryAnswer } from '../answers.ts';
import { branchFor } from '../branch.ts';
import { withMarker, withoutMarker } from '../marker.ts';

const opening = z.object({
  ...inRepository,
  title: z.string().trim().min(1).max(256).describe('Title of the pull request.'),
  body: z.string().max(65_000).default('').describe('What it does and why, in Markdown.'),
  head: z.string().optional().describe('Branch with the changes. Empty: the branch called after the title.'),
  base: z.string().optional().describe("Branch to merge into. Empty: the repository's default branch."),
  draft: z.boolean().default(false).describe('Open it as a draft.'),
});

/** Where it comes from and goes to; asks GitHub only for what the parameters leave open. */
async function branchesOf(params: z.output<typeof opening>, desk: Desk): Promise<{ head: string; base: string }> {
  const { github, at } = desk;
  const base =
    params.base ??
    (await github.send({ method: 'get', path: '/repos/{owner}/{repo}', at }, repositoryAnswer)).default_branch;
  const head = params.head ?? (await branchFor(params.title, desk));
  if (head !== base) return { head, base };
  throw new Failure('invalid', `A pull request needs two branches; both are ${base}. Name another in \`head\`.`, {
    code: 'github_same_branch',
  });
}

/** GitHub has at most one open pull request between two branches, so a repeated try finds its own here. */
async function openBetween(desk: Desk, branches: { head: string; base: string }): Promise<Pull | undefined> {
  const { github, at } = desk;
  const head = branches.head.includes(':') ? branches.head : `${at.owner}:${branches.head}`;
  const query = { state: 'open', head, base: branches.base } as const;
  const open = await github.send(
    { method: 'get', path: '/repos/{owner}/{repo}/pulls', at, query },
    z.array(pullAnswer),
  );
  return open[0];
}

export const createPr = githubAction({
  name: 'create_pr',
  summary: 'Open a pull request',
  effect: 'spend',
  params: opening,
  async preview(params, desk) {
    const { head, base } = await branchesOf(params, desk);
    return `Open the pull request "${params.title}" in ${nameOf(desk.at)}: ${head} into ${base}.`;
  },
  async run(params, desk) {
    const { github, at, work } = desk;
    const branches = await branchesOf(params, desk);
    const existing = await openBetween(desk, branches);
    if (existing) return opened(existing, desk, true);
    work.log(`Opening ${branches.head} into ${branches.base}`);
    const { title, draft } = params;
    const body = { title, draft, body: withMarker(params.body, work.idempotencyKey), ...branches };
    const pull = await github.send({ method: 'post', path: '/repos/{owner}/{repo}/pulls', at, body }, pullAnswer);
    return opened(pull, desk, false);
  },
});

function opened(pull: Pull, { at }: Desk, isExisting: boolean): Done {
  const how = isExisting ? 'was already open' : 'is open';
  return {
    summary: `Pull request #${pull.number} ${how} in ${nameOf(at)}: ${pull.html_url}`,
    data: {
      number: pull.number,
      url: pull.html_url,
      head: pull.head.ref,
      base: pull.base.ref,
      is_existing: isExisting,
    },
  };
}

const shown = (pull: Pull) => ({
  number: pull.number,
  title: pull.title,
  state: pull.merged ? 'merged' : pull.draft ? 'draft' : pull.state,
  author: pull.user?.login ?? null,
  head: pull.head.ref,
  base: pull.base.ref,
  url: pull.html_url,
  updated_at: pull.updated_at,
});

export const listPrs = githubAction({
  name: 'list_prs',
  summary: 'List pull requests',
  effect: 'read',
  params: z.object({
    ...inRepository,
    state: z.enum(['open', 'closed', 'all']).default('open').describe('Which of them.'),
    ...paged,
  }),
  preview: async ({ state }, { at }) => `List ${state} pull requests of ${nameOf(at)}.`,
  async run({ state, page, per_page }, { github, at }) {
    const query = { state, page, per_page };
    const pulls = await github.send(
      { method: 'get', path: '/repos/{owner}/{repo}/pulls', at, query },
      z.array(pullAnswer),
    );
    return {
      summary: `${pulls.length} pull requests (${state}) in ${nameOf(at)}.`,
      data: { pulls: pulls.map(shown), page, has_more: pulls.length === per_page },
      isUntrusted: true,
    };
  },
});

const onePull = z.object({ ...inRepository, ...numbered });

const pullOf = ({ github, at }: Desk, pull_number: number): Promise<Pull> =>
  github.send(
    { method: 'get', path: '/repos/{owner}/{repo}/pulls/{pull_number}', at: { ...at, pull_number } },
    pullAnswer,
  );

export const getPr = githubAction({
  name: 'get_pr',
  summary: 'Look at one pull request',
  effect: 'read',
  params: onePull,
  preview: async ({ number }, { at }) => `Read pull request #${number} of ${nameOf(at)}.`,
  async run({ number }, desk) {
    const pull = await pullOf(desk, number);
    const { text, is_cut } = cut(withoutMarker(pull.body ?? ''));
    const mergeable = pull.mergeable ?? null;
    return {
      summary: `#${number} "${pull.title}" is ${shown(pull).state}.`,
      data: {
        ...shown(pull),
        body: text,
        is_cut,
        head_sha: pull.head.sha,
        mergeable,
        checks: pull.mergeable_state ?? null,
      },
      isUntrusted: true,
    };
  },
});

export const mergePr = githubAction({
  name: 'merge_pr',
  summary: 'Merge a pull request',
  // It changes the base branch for everybody and cannot be taken back by a click: always asked for.
  effect: 'destroy',
  params: onePull.extend({
    method: z.enum(['merge', 'squash', 'rebase']).default('merge').describe('How the commits land.'),
    sha: z.string().optional().describe('Merge only while the branch is at this commit, the one that was looked at.'),
  }),
  async preview({ number, method, sha }, desk) {
    const pull = await pullOf(desk, number);
    const commit = sha ? `at ${sha.slice(0, 7)}` : `at whatever it is then, now ${pull.head.sha.slice(0, 7)}`;
    const branches = `${pull.head.ref} (${commit}) into ${pull.base.ref}`;
    return `Merge #${number} "${pull.title}" by ${method} in ${nameOf(desk.at)}: ${branches}.`;
  },
  async run({ number, method, sha }, desk) {
    const { github, at } = desk;
    const pull = await pullOf(desk, number);
    const data = { number, url: pull.html_url, base: pull.base.ref };
    if (pull.merged) return { summary: `#${number} was already merged.`, data: { ...data, is_existing: true } };
    const body = { merge_method: method, sha: sha ?? pull.head.sha };
    const path = '/repos/{owner}/{repo}/pulls/{pull_number}/merge';
    const merged = await github.send({ method: 'put', path, at: { ...at, pull_number: number }, body }, mergeAnswer);
    return {
      summary: `#${number} is merged into ${pull.base.ref}.`,
      data: { ...data, sha: merged.sha, is_existing: false },
    };
  },
});
