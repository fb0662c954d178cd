/**
 * The clone of the repository Flux follows. Every change is made in a worktree of its own at the newest commit of the
 * remote, so the owner's working copy, branch and unsaved files are never touched.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Failure } from '../../../../kernel/errors.ts';

export interface Clone {
  readonly folder: string;
  readonly branch: string;
  readonly signal: AbortSignal;
}

export type Git = (...args: readonly string[]) => Promise<string>;

const gitIn = (folder: string, signal: AbortSignal): Git => {
  // Asks nobody for a password: there is nobody at the keyboard.
  const quiet = ['GIT_TERMINAL_PROMPT=0', 'GIT_SSH_COMMAND=ssh -oBatchMode=yes', 'LC_ALL=C', 'git', '-C', folder];
  return async (...args) => {
    const { stdout } = await promisify(execFile)('env', [...quiet, ...args], { signal, maxBuffer: 16 * 1024 * 1024 });
    return stdout;
  };
};

export const saidBy = (cause: unknown): string =>
  String((cause as { stderr?: string }).stderr ?? '')
    .trim()
    .split('\n')
    .at(-1) || 'git gave no reason';

/** `act` works in a fresh tree at the newest commit of the remote branch; the tree is gone afterwards. */
export async function inFreshTree<T>(clone: Clone, act: (tree: string, git: Git) => Promise<T>): Promise<T> {
  const { folder, branch, signal } = clone;
  const home = gitIn(folder, signal);
  await home('fetch', '--quiet', 'origin', `+refs/heads/${branch}:refs/remotes/origin/${branch}`).catch((cause) => {
    signal.throwIfAborted();
    throw new Failure('unavailable', `The GitOps repository cannot be fetched (${saidBy(cause)}).`, {
      code: 'gitops_unreachable',
      cause,
    });
  });
  const parent = await mkdtemp(join(tmpdir(), 'nima-gitops-'));
  const tree = join(parent, 'tree');
  try {
    await home('worktree', 'add', '--quiet', '--detach', tree, `origin/${branch}`);
    return await act(tree, gitIn(tree, signal));
  } finally {
    await rm(parent, { recursive: true, force: true });
    // Also after a cancel, when the signal would stop it.
    await gitIn(folder, new AbortController().signal)('worktree', 'prune').catch(() => undefined);
  }
}

const TRAILER = 'Nima-Task';
export const messageOf = (subject: string, key: string): string => `${subject}\n\n${TRAILER}: ${key}`;

/** The commit an earlier try of the same task pushed, or null. Tries lie minutes apart; 200 commits are plenty. */
export async function pushedBefore(git: Git, key: string): Promise<string | null> {
  const format = `--format=%H %(trailers:key=${TRAILER},valueonly,separator=%x20)`;
  const commits = (await git('log', '-200', format)).split('\n').map((line) => line.trim().split(' '));
  return commits.find(([, task]) => task === key)?.[0] ?? null;
}

/** Commits all changes and pushes them to `target`. Somebody else's push in between is a reason to try again. */
export async function commitAndPush(git: Git, message: string, target: string): Promise<string> {
  await git('add', '--all');
  // The owner's own name where git knows it, ours where it does not.
  const name = (await git('config', 'user.name').catch(() => '')).trim() || 'Nima';
  const email = (await git('config', 'user.email').catch(() => '')).trim() || 'nima@localhost';
  await git('-c', `user.name=${name}`, '-c', `user.email=${email}`, 'commit', '--quiet', '--message', message);
  await git('push', '--quiet', 'origin', `HEAD:refs/heads/${target}`).catch((cause) => {
    const said = saidBy(cause);
    const text = `The push to ${target} was refused (${said}). Nima starts from the newest commit and tries again.`;
    throw new Failure('unavailable', text, { code: 'gitops_push_refused', cause });
  });
  return (await git('rev-parse', 'HEAD')).trim();
}
