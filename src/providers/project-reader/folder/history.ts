/** What a repository's own record tells: commits, branches, and what is not committed. */
import type { ReadBranch, ReadChange, ReadCommit } from '../../../copilot/workspace/ports/project-reader.ts';
import { runGit } from './run-git.ts';

const COMMITS_MAX = 200;
const BRANCHES_MAX = 50;
const UNIT = '\u001f';

export interface History {
  readonly commits: readonly ReadCommit[];
  readonly branches: readonly ReadBranch[];
  readonly changes: readonly ReadChange[];
}

async function commitsOf(folder: string, signal: AbortSignal): Promise<ReadCommit[]> {
  const format = `--format=%H${UNIT}%an${UNIT}%at${UNIT}%s`;
  // A repository without a commit has no history to fail on.
  const output = await runGit(folder, ['log', '--branches', '--date-order', `-${COMMITS_MAX}`, format], signal).catch(
    () => '',
  );
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [hash = '', author = '', at = '0', ...subject] = line.split(UNIT);
      return { hash, author, at: Number(at) * 1000, subject: subject.join(UNIT) };
    });
}

/** The branch the others are compared with: main, master, trunk, or else the current one. */
function mainOf(names: readonly string[], current: string): string {
  return ['main', 'master', 'trunk'].find((name) => names.includes(name)) ?? current;
}

async function branchesOf(folder: string, signal: AbortSignal): Promise<ReadBranch[]> {
  const format = `--format=%(HEAD)${UNIT}%(refname:short)${UNIT}%(committerdate:unix)`;
  const args = ['for-each-ref', '--sort=-committerdate', `--count=${BRANCHES_MAX}`, format, 'refs/heads'];
  const rows = (await runGit(folder, args, signal))
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(UNIT));
  const names = rows.map(([, name = '']) => name);
  const main = mainOf(names, rows.find(([head]) => head === '*')?.[1] ?? '');
  const branches: ReadBranch[] = [];
  for (const [head, name = '', at = '0'] of rows) {
    const range = `refs/heads/${main}...refs/heads/${name}`;
    const counts =
      name === main
        ? null
        : await runGit(folder, ['rev-list', '--left-right', '--count', range], signal).catch(() => null);
    const [behind = null, ahead = null] = counts?.trim().split(/\s+/).map(Number) ?? [];
    branches.push({ name, isCurrent: head === '*', at: Number(at) * 1000, ahead, behind });
  }
  return branches;
}

const STATES: readonly (readonly [RegExp, ReadChange['state']])[] = [
  [/^\?\?/, 'untracked'],
  [/^(U.|.U|AA|DD)/, 'conflict'],
  [/^(R.|.R)/, 'renamed'],
  [/^(D.|.D)/, 'removed'],
  [/^(A.|.A)/, 'added'],
];

async function changesOf(folder: string, signal: AbortSignal): Promise<ReadChange[]> {
  const output = await runGit(folder, ['status', '--porcelain', '--untracked-files=normal', '-z'], signal);
  const fields = output.split('\0');
  const changes: ReadChange[] = [];
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at] ?? '';
    if (field.length < 4) continue;
    const state = STATES.find(([pattern]) => pattern.test(field))?.[1] ?? 'changed';
    changes.push({ path: field.slice(3), state });
    // The old name of what was renamed follows as a field of its own.
    if (state === 'renamed') at += 1;
  }
  return changes;
}

export async function historyOf(folder: string, signal: AbortSignal): Promise<History> {
  const commits = await commitsOf(folder, signal);
  const branches = await branchesOf(folder, signal);
  return { commits, branches, changes: await changesOf(folder, signal) };
}
