/** What the git integration can do: clone, look, branch, commit, push. */
import { rename, rm } from 'node:fs/promises';
import { z } from 'zod';
import { type Action, type Done, defineAction, type Work } from '../../../copilot/tasks/ports/integration.ts';
import { Failure } from '../../../kernel/errors.ts';
import type { Effect } from '../../../kernel/operation.ts';
import { Git, type GitMeans, remoteOf } from './git-command.ts';

const folder = z.string().min(1).max(500).describe('`code/nima`: the name of a root, and the repository in it');
/** As `git check-ref-format` has it, and no option. */
const refName = z
  .string()
  .max(200)
  .regex(/^(?![-/.])(?!.*(\.\.|@\{|\/\/|\.lock$|[/.]$))[^\s~^:?*[\\\p{Cc}]+$/u, 'That is no name of a branch.');
const remoteName = z
  .string()
  .regex(/^[\w][\w.-]*$/)
  .default('origin');

interface GitAction<P extends z.ZodObject> {
  readonly name: string;
  readonly summary: string;
  readonly effect: Effect;
  readonly params: P;
  preview(params: z.output<P>, git: Git): Promise<string>;
  run(params: z.output<P>, git: Git): Promise<Done>;
  findDone?(params: z.output<P>, git: Git): Promise<Done | null>;
}

type Bind = (means: GitMeans) => Action;

/** Every action of git either looks before it acts or ends the same however often it runs. */
function gitAction<P extends z.ZodObject>(action: GitAction<P>): Bind {
  const { name, summary, effect, params, findDone } = action;
  return (means) =>
    defineAction({
      ...{ name, summary, params },
      effectOf: () => effect,
      isRepeatable: () => true,
      preview: (given, work) => action.preview(given, new Git(means, work)),
      run: (given, work) => action.run(given, new Git(means, work)),
      ...(findDone ? { findDone: (given: z.output<P>, work: Work) => findDone(given, new Git(means, work)) } : {}),
    });
}

const headOf = async (git: Git, path: string): Promise<string> =>
  (await git.run(path, ['rev-parse', '--verify', '--quiet', 'HEAD']).catch(() => '')).trim();
const branchOf = async (git: Git, path: string): Promise<string> =>
  (await git.run(path, ['branch', '--show-current'])).trim();

const cloneParams = z.strictObject({
  url: z.string().min(1).max(1000).describe('`https://github.com/nima/nima.git`, `git@host:path`'),
  folder,
  branch: refName.optional(),
});

const cloned = (params: z.output<typeof cloneParams>, head: string): Done => ({
  summary: `Cloned ${params.url} to ${params.folder}.`,
  data: { folder: params.folder, head },
});

async function cloneThere(params: z.output<typeof cloneParams>, git: Git): Promise<Done | null> {
  const path = await git.repository(params.folder).catch(() => null);
  if (path === null) return null;
  const isSame = (await git.remoteUrl(path, 'origin').catch(() => '')) === params.url;
  return isSame ? cloned(params, await headOf(git, path)) : null;
}

const clone = gitAction({
  name: 'clone',
  summary: 'Clone a repository',
  effect: 'spend',
  params: cloneParams,
  preview: async ({ url, folder: to, branch }) => `Clone ${url}${branch ? `, branch ${branch},` : ''} to ${to}.`,
  findDone: cloneThere,
  async run(params, git) {
    remoteOf(params.url);
    const there = await cloneThere(params, git);
    if (there) return there;
    const { path, root } = await git.place(params.folder);
    const draft = `${path}.nima-${git.work.idempotencyKey.replaceAll(/[^\w-]/g, '_')}`;
    await rm(draft, { recursive: true, force: true });
    const branch = params.branch ? ['--branch', params.branch] : [];
    try {
      await git.run(root, ['clone', '--no-recurse-submodules', ...branch, '--', params.url, draft], params.url);
      await rename(draft, path);
    } catch (cause) {
      await rm(draft, { recursive: true, force: true });
      if ((cause as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw cause;
      throw new Failure('conflict', `${params.folder} is there already and is something else.`, {
        code: 'folder_taken',
      });
    }
    return cloned(params, await headOf(git, path));
  },
});

const status = gitAction({
  name: 'status',
  summary: 'Tell the branch and what is changed',
  effect: 'read',
  params: z.strictObject({ folder }),
  preview: async (params) => `Look at ${params.folder}.`,
  async run(params, git) {
    const path = await git.repository(params.folder);
    const said = await git.run(path, ['status', '--porcelain=v1', '--branch', '--no-renames']);
    const [first = '', ...changes] = said.trimEnd().split('\n');
    const changed = changes.map((line) => ({ state: line.slice(0, 2).trim(), path: line.slice(3) }));
    const branch = await branchOf(git, path);
    const summary = `${params.folder} is on ${branch || 'no branch'}, ${changed.length === 0 ? 'clean' : `${changed.length} files changed`}.`;
    return { summary, data: { branch, tracking: first.slice(3), changed }, isUntrusted: true };
  },
});

const log = gitAction({
  name: 'log',
  summary: 'Tell the latest commits',
  effect: 'read',
  params: z.strictObject({ folder, limit: z.int().min(1).max(200).default(20) }),
  preview: async (params) => `Look at the latest commits of ${params.folder}.`,
  async run({ folder: at, limit }, git) {
    const path = await git.repository(at);
    const said = await git.run(path, ['log', `--max-count=${limit}`, '--format=%H%x1f%an%x1f%aI%x1f%s']);
    const commits = said
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\x1f'))
      .map(([id, author, time, subject]) => ({ id, author, time, subject }));
    return {
      summary: `The latest of ${at}: ${commits[0]?.subject ?? 'no commit yet'}.`,
      data: { commits },
      isUntrusted: true,
    };
  },
});

const branch = gitAction({
  name: 'branch',
  summary: 'Make a branch and switch to it, or switch to one that is there',
  effect: 'write',
  params: z.strictObject({
    folder,
    name: refName,
    from: refName.optional().describe('Where it starts; the current commit unless said'),
  }),
  preview: async ({ folder: at, name, from }) => `Switch ${at} to the branch ${name}${from ? `, from ${from}` : ''}.`,
  async run({ folder: at, name, from }, git) {
    const path = await git.repository(at);
    const known = await git.run(path, ['rev-parse', '--verify', '--quiet', `refs/heads/${name}`]).catch(() => '');
    const start = from ? [from] : [];
    await git.run(path, known ? ['switch', '--no-guess', name] : ['switch', '--create', name, ...start]);
    return { summary: `${at} is on ${name}.`, data: { branch: name, created: known === '' } };
  },
});

/** In a commit's message: how a later try knows it. */
const trailerOf = (git: Git): string => `Nima-Task: ${git.work.idempotencyKey}`;

const committed = (at: string, id: string): Done => ({
  summary: `Committed ${id.slice(0, 10)} in ${at}.`,
  data: { commit: id },
});

const commit = gitAction({
  name: 'commit',
  summary: 'Commit changes',
  effect: 'write',
  params: z.strictObject({
    folder,
    message: z.string().trim().min(1).max(10_000),
    paths: z
      .array(z.string().min(1).max(1000))
      .max(500)
      .default([])
      .describe('Only these; everything changed unless said'),
  }),
  async preview({ folder: at, message, paths }, git) {
    const path = await git.repository(at);
    const changed = await git.run(path, ['status', '--short', '--', ...paths]);
    return `Commit in ${at} on ${await branchOf(git, path)}: ${message}\n${changed}`;
  },
  async findDone({ folder: at }, git) {
    const path = await git.repository(at);
    const id = await git.run(path, [
      'log',
      '--max-count=1',
      '--format=%H',
      '--fixed-strings',
      `--grep=${trailerOf(git)}`,
    ]);
    return id.trim() ? committed(at, id.trim()) : null;
  },
  async run({ folder: at, message, paths }, git) {
    const path = await git.repository(at);
    await git.run(path, ['add', '--all', '--', ...paths.map((each) => `:(literal)${each}`)]);
    const staged = await git.run(path, ['diff', '--cached', '--name-only']);
    if (!staged.trim()) throw new Failure('conflict', `Nothing is changed in ${at}.`, { code: 'nothing_to_commit' });
    await git.run(path, ['commit', '--no-verify', '--quiet', '--message', message, '--message', trailerOf(git)]);
    return committed(at, await headOf(git, path));
  },
});

const push = gitAction({
  name: 'push',
  summary: 'Push a branch',
  effect: 'spend',
  params: z.strictObject({
    folder,
    branch: refName.optional().describe('The current one unless said'),
    remote: remoteName,
  }),
  async preview({ folder: at, branch: name, remote }, git) {
    const path = await git.repository(at);
    const pushed = name ?? (await branchOf(git, path));
    const url = await git.remoteUrl(path, remote);
    const ahead = await git.run(path, [
      'log',
      '--oneline',
      '--max-count=20',
      `refs/heads/${pushed}`,
      '--not',
      `--remotes=${remote}`,
    ]);
    return `Push ${pushed} of ${at} to ${url}:\n${ahead || 'no new commits'}`;
  },
  async run({ folder: at, branch: name, remote }, git) {
    const path = await git.repository(at);
    const pushed = name ?? (await branchOf(git, path));
    if (!pushed) throw new Failure('conflict', `${at} is on no branch. Name one.`, { code: 'no_branch' });
    const url = await git.remoteUrl(path, remote);
    const ref = `refs/heads/${pushed}`;
    await git.run(
      path,
      ['push', '--no-verify', '--porcelain', '--no-recurse-submodules', '--', remote, `${ref}:${ref}`],
      url,
    );
    const id = (await git.run(path, ['rev-parse', ref])).trim();
    return { summary: `Pushed ${pushed} of ${at}.`, data: { branch: pushed, commit: id, remote: url } };
  },
});

export const GIT_ACTIONS: readonly Bind[] = [clone, status, log, branch, commit, push];
