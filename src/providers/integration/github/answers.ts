/** The parts of GitHub's answers that Nima reads, checked at run time; all else is left where it is. */
import { z } from 'zod';

const login = z.object({ login: z.string() }).nullable();
const text = z.string().nullish();

export const repositoryAnswer = z.object({
  full_name: z.string(),
  description: text,
  private: z.boolean(),
  default_branch: z.string(),
  html_url: z.string(),
  open_issues_count: z.number(),
  pushed_at: text,
});

export const pullAnswer = z.object({
  number: z.number(),
  title: z.string(),
  body: text,
  state: z.string(),
  draft: z.boolean().optional(),
  html_url: z.string(),
  user: login,
  head: z.object({ ref: z.string(), sha: z.string() }),
  base: z.object({ ref: z.string() }),
  merged: z.boolean().optional(),
  mergeable: z.boolean().nullish(),
  mergeable_state: z.string().optional(),
  updated_at: z.string(),
});
export type Pull = z.output<typeof pullAnswer>;

export const issueAnswer = z.object({
  number: z.number(),
  title: z.string(),
  body: text,
  state: z.string(),
  html_url: z.string(),
  user: login,
  labels: z.array(z.union([z.string(), z.object({ name: z.string().optional() })])),
  pull_request: z.looseObject({}).optional(),
  updated_at: z.string(),
});
export type Issue = z.output<typeof issueAnswer>;

export const commentAnswer = z.object({
  id: z.number(),
  html_url: z.string(),
  issue_url: z.string(),
  body: z.string().optional(),
});
export const branchAnswer = z.object({ name: z.string() });
export const mergeAnswer = z.object({ sha: z.string(), merged: z.boolean(), message: z.string() });

export const fileAnswer = z.object({
  type: z.string(),
  path: z.string(),
  size: z.number(),
  sha: z.string(),
  html_url: text,
  encoding: z.string().optional(),
  content: z.string().optional(),
});
export const folderAnswer = z.array(z.object({ type: z.string(), path: z.string(), size: z.number() }));

export const commitAnswer = z.object({
  sha: z.string(),
  html_url: z.string(),
  commit: z.object({ message: z.string(), author: z.object({ name: text, date: text }).nullable() }),
});

export const codeAnswer = z.object({
  total_count: z.number(),
  items: z.array(z.object({ path: z.string(), html_url: z.string(), repository: z.object({ full_name: z.string() }) })),
});

export const runAnswer = z.object({
  id: z.number(),
  name: text,
  display_title: z.string(),
  status: z.string().nullable(),
  conclusion: z.string().nullable(),
  head_branch: z.string().nullable(),
  head_sha: z.string(),
  html_url: z.string(),
  run_attempt: z.number().optional(),
  updated_at: z.string(),
});
export type Run = z.output<typeof runAnswer>;
export const runsAnswer = z.object({ total_count: z.number(), workflow_runs: z.array(runAnswer) });
