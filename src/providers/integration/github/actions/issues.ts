/** Issues and the talk below them. A repeated try finds what it wrote before by its marker and writes nothing again. */
import { z } from 'zod';
import { cut, type Desk, githubAction, inRepository, nameOf, numbered, paged } from '../action.ts';
import { commentAnswer, type Issue, issueAnswer } from '../answers.ts';
import { hasMarker, LOOKED_THROUGH, withMarker, withoutMarker } from '../marker.ts';

const body = z.string().max(65_000).describe('Text in Markdown.');
const labels = z.array(z.string().min(1).max(50)).max(100).describe('Labels, all of them.');
const assignees = z.array(z.string().min(1)).max(10).describe('Who is in charge, as GitHub names.');
const title = z.string().trim().min(1).max(256).describe('Title of the issue.');

const shown = (issue: Issue) => ({
  number: issue.number,
  title: issue.title,
  state: issue.state,
  author: issue.user?.login ?? null,
  labels: issue.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
  url: issue.html_url,
  updated_at: issue.updated_at,
});

const newest = { sort: 'created', direction: 'desc', per_page: LOOKED_THROUGH } as const;

async function alreadyCreated({ github, at, work }: Desk): Promise<Issue | undefined> {
  const query = { ...newest, state: 'all' } as const;
  const issues = await github.send(
    { method: 'get', path: '/repos/{owner}/{repo}/issues', at, query },
    z.array(issueAnswer),
  );
  return issues.find((issue) => !issue.pull_request && hasMarker(issue.body, work.idempotencyKey));
}

export const createIssue = githubAction({
  name: 'create_issue',
  summary: 'Open an issue',
  effect: 'spend',
  params: z.object({
    ...inRepository,
    title,
    body: body.default(''),
    labels: labels.optional(),
    assignees: assignees.optional(),
  }),
  preview: async (params, { at }) => `Open the issue "${params.title}" in ${nameOf(at)}.`,
  async run({ repo: _, body, ...rest }, desk) {
    const { github, at, work } = desk;
    const existing = await alreadyCreated(desk);
    const issue =
      existing ??
      (await github.send(
        {
          method: 'post',
          path: '/repos/{owner}/{repo}/issues',
          at,
          body: { ...rest, body: withMarker(body, work.idempotencyKey) },
        },
        issueAnswer,
      ));
    const how = existing ? 'was already opened' : 'is open';
    return {
      summary: `Issue #${issue.number} ${how} in ${nameOf(at)}: ${issue.html_url}`,
      data: { number: issue.number, url: issue.html_url, is_existing: existing !== undefined },
    };
  },
});

const changes = {
  title: title.optional(),
  body: body.optional(),
  labels: labels.optional(),
  assignees: assignees.optional(),
};

const patched = ({ github, at }: Desk, issue_number: number, change: object): Promise<Issue> =>
  github.send(
    { method: 'patch', path: '/repos/{owner}/{repo}/issues/{issue_number}', at: { ...at, issue_number }, body: change },
    issueAnswer,
  );

export const updateIssue = githubAction({
  name: 'update_issue',
  summary: 'Change an issue',
  effect: 'spend',
  params: z.object({
    ...inRepository,
    ...numbered,
    ...changes,
    state: z.enum(['open', 'closed']).optional().describe('Open it again, or close it.'),
  }),
  preview: async ({ repo: _, number, ...change }, { at }) =>
    `Change ${Object.keys(change).join(', ') || 'nothing'} of #${number} in ${nameOf(at)}.`,
  async run({ repo: _, number, ...change }, desk) {
    const issue = await patched(desk, number, change);
    return {
      summary: `#${number} is changed: ${issue.html_url}`,
      data: { number, url: issue.html_url, changed: Object.keys(change) },
    };
  },
});

export const closeIssue = githubAction({
  name: 'close_issue',
  summary: 'Close an issue',
  effect: 'spend',
  params: z.object({
    ...inRepository,
    ...numbered,
    reason: z.enum(['completed', 'not_planned']).default('completed').describe('Done, or not going to happen.'),
  }),
  preview: async ({ number, reason }, { at }) => `Close #${number} in ${nameOf(at)} as ${reason.replace('_', ' ')}.`,
  async run({ number, reason }, desk) {
    const issue = await patched(desk, number, { state: 'closed', state_reason: reason });
    return { summary: `#${number} is closed.`, data: { number, url: issue.html_url, state: issue.state } };
  },
});

export const comment = githubAction({
  name: 'comment',
  summary: 'Comment on an issue or pull request',
  effect: 'spend',
  params: z.object({ ...inRepository, ...numbered, body: body.min(1) }),
  preview: async (params, { at }) => `Comment on #${params.number} in ${nameOf(at)}:\n${params.body}`,
  async run({ number, body }, { github, at, work }) {
    const said = await github.send(
      { method: 'get', path: '/repos/{owner}/{repo}/issues/comments', at, query: newest },
      z.array(commentAnswer),
    );
    const existing = said.find((each) => hasMarker(each.body, work.idempotencyKey));
    const path = '/repos/{owner}/{repo}/issues/{issue_number}/comments';
    const text = { body: withMarker(body, work.idempotencyKey) };
    const mine =
      existing ??
      (await github.send({ method: 'post', path, at: { ...at, issue_number: number }, body: text }, commentAnswer));
    const how = existing ? 'was already there' : 'is there';
    return {
      summary: `The comment on #${number} ${how}: ${mine.html_url}`,
      data: { id: mine.id, url: mine.html_url, is_existing: existing !== undefined },
    };
  },
});

export const listIssues = githubAction({
  name: 'list_issues',
  summary: 'List issues',
  effect: 'read',
  params: z.object({
    ...inRepository,
    state: z.enum(['open', 'closed', 'all']).default('open').describe('Which of them.'),
    labels: labels.optional(),
    ...paged,
  }),
  preview: async ({ state }, { at }) => `List ${state} issues of ${nameOf(at)}.`,
  async run({ state, labels, page, per_page }, { github, at }) {
    const query = { state, page, per_page, ...(labels ? { labels: labels.join(',') } : {}) };
    const found = await github.send(
      { method: 'get', path: '/repos/{owner}/{repo}/issues', at, query },
      z.array(issueAnswer),
    );
    // GitHub lists pull requests as issues, too; who asks for issues does not mean them.
    const issues = found
      .filter((issue) => !issue.pull_request)
      .map((issue) => {
        const { text, is_cut } = cut(withoutMarker(issue.body ?? ''));
        return { ...shown(issue), body: text, is_cut };
      });
    return {
      summary: `${issues.length} issues (${state}) in ${nameOf(at)}.`,
      data: { issues, page, has_more: found.length === per_page },
      isUntrusted: true,
    };
  },
});
