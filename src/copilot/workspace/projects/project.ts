/** A project as operations show it, and the state its reading left. */
import { z } from 'zod';
import type { ReadProject } from '../ports/project-reader.ts';

const commitSchema = z.object({
  hash: z.string(),
  author: z.string(),
  at: z.iso.datetime(),
  subject: z.string(),
});

const branchSchema = z.object({
  name: z.string(),
  is_current: z.boolean(),
  at: z.iso.datetime(),
  ahead: z.int().nullable().describe('Commits that the main branch has not'),
  behind: z.int().nullable(),
});

export const projectStateSchema = z.object({
  kind: z.enum(['git', 'folder']),
  branches: z.array(branchSchema),
  commits: z.array(commitSchema).describe('The newest, of all branches'),
  changes: z.array(z.object({ path: z.string(), state: z.string() })).describe('Not committed'),
  files: z.int().describe('Files that were read'),
  left_out: z.int().describe('Files not read: too long or too many'),
});
export type ProjectState = z.output<typeof projectStateSchema>;

export const projectSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  path: z.string(),
  state: projectStateSchema.nullable().describe('As last read; null before the first reading'),
  problem: z.string().nullable().describe('Why it could not be read, or null'),
  read_at: z.iso.datetime().nullable(),
  created_at: z.iso.datetime(),
});
export type Project = z.output<typeof projectSchema>;

export const projectErrors = {
  project_unknown: {
    kind: 'not_found',
    text: () => 'There is no such project. `nima workspace projects list` shows yours.',
  },
} as const;

/** What a list carries; search knows the rest. */
const COMMITS_SHOWN = 30;
const BRANCHES_SHOWN = 30;
const CHANGES_SHOWN = 100;

const iso = (ms: number): string => new Date(ms).toISOString();

export function stateOf({ kind, branches, commits, changes, files, leftOut }: ReadProject): ProjectState {
  return {
    kind,
    branches: branches.slice(0, BRANCHES_SHOWN).map(({ name, isCurrent, at, ahead, behind }) => ({
      name,
      is_current: isCurrent,
      at: iso(at),
      ahead,
      behind,
    })),
    commits: commits.slice(0, COMMITS_SHOWN).map((commit) => ({ ...commit, at: iso(commit.at) })),
    changes: changes.slice(0, CHANGES_SHOWN).map((change) => ({ ...change })),
    files: files.length,
    left_out: leftOut,
  };
}

/** Names are the same when people would say them the same: case and punctuation aside. */
export const nameKeyOf = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
