import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FakeClock } from '../../../test/support/clock.ts';
import { aNima } from '../../../test/support/nima.ts';
import type { Actor } from '../../kernel/context.ts';
import { passagesOfProjects } from './index.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

function aFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'nima-project-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function git(folder: string, date: string, ...args: string[]): void {
  const env = {
    PATH: process.env.PATH,
    GIT_AUTHOR_NAME: 'Rafael',
    GIT_AUTHOR_EMAIL: 'r@example.org',
    GIT_COMMITTER_NAME: 'Rafael',
    GIT_COMMITTER_EMAIL: 'r@example.org',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  };
  execFileSync('git', args, { cwd: folder, env, stdio: 'ignore' });
}

/** swimTO as somebody left it three days ago: a branch not merged, a file not committed, an item open. */
function swimTO(): string {
  const folder = aFolder({
    'README.md':
      '# swimTO\n\nPool schedules of Toronto.\n\n## Deploy\n\nPush to main; Flux takes it from there.\n\n- [ ] show lanes on the map\n- [x] parse the feed\n',
    'package.json': '{ "name": "swimto", "dependencies": { "hono": "4.0.0" } }',
    '.env': 'API_KEY=never-to-be-read',
  });
  git(folder, '2026-11-10T10:00:00Z', 'init', '-b', 'main');
  git(folder, '2026-11-10T10:00:00Z', 'add', 'README.md', 'package.json');
  git(folder, '2026-11-10T10:00:00Z', 'commit', '-m', 'feat: parse the feed of the city');
  git(folder, '2026-11-17T10:00:00Z', 'checkout', '-b', 'feature/lanes');
  writeFileSync(join(folder, 'lanes.ts'), 'export {};\n');
  git(folder, '2026-11-17T10:00:00Z', 'add', 'lanes.ts');
  git(folder, '2026-11-17T10:00:00Z', 'commit', '-m', 'wip: lanes on the map');
  writeFileSync(join(folder, 'map draft.ts'), 'export {};\n');
  return folder;
}

const registered = async (path: string) => {
  const clock = new FakeClock(NOW);
  const nima = await aNima({ clock });
  const project = await nima.call('workspace.projects.create', { path, name: 'swimTO' });
  return { nima, clock, project };
};

describe('a registered repository', () => {
  test('is known by its branches, commits and what is not committed', async () => {
    const { project } = await registered(swimTO());
    expect(project.state).toMatchObject({
      kind: 'git',
      branches: [
        { name: 'feature/lanes', is_current: true, ahead: 1, behind: 0 },
        { name: 'main', is_current: false, ahead: null },
      ],
      changes: expect.arrayContaining([{ path: 'map draft.ts', state: 'untracked' }]),
    });
    expect(project.state.commits.map(({ subject }: { subject: string }) => subject)).toEqual([
      'wip: lanes on the map',
      'feat: parse the feed of the city',
    ]);
  });

  test('says where we left off, with a source behind each statement', async () => {
    const { nima, project } = await registered(swimTO());
    const said = {
      speaker: '',
      content: 'In swimTO I want to draw the lanes as lines',
      timestamp: '2026-11-19T08:00:00Z',
    };
    await nima.call('conversations.import', { title: 'Map', messages: [said] });
    const { text, sources } = await nima.call('workspace.projects.brief', { id: project.id });
    expect(text).toContain(
      'Last commit 3 days ago: “wip: lanes on the map” by Rafael [1]. You are on `feature/lanes`.',
    );
    expect(text).toContain('Not merged: `feature/lanes`, 1 commit ahead, 3 days ago');
    expect(text).toMatch(/Not committed:.*`map draft\.ts` \[\d\]/);
    expect(text).toContain('I want to draw the lanes as lines');
    expect(text).toContain('show lanes on the map (`README.md`)');
    const cited = [...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number));
    expect(cited).toEqual(sources.map((_source: unknown, index: number) => index + 1));
  });

  test('is read again in the background, so that a new commit is known', async () => {
    const folder = swimTO();
    const { nima, clock, project } = await registered(folder);
    git(folder, '2026-11-20T12:05:00Z', 'add', '.');
    git(folder, '2026-11-20T12:05:00Z', 'commit', '-m', 'feat: lanes drawn');
    nima.start();
    await clock.advance('11 minutes');
    await expect
      .poll(async () => (await nima.call('workspace.projects.get', { id: project.id })).state.commits[0].subject)
      .toBe('feat: lanes drawn');
  });

  test('keeps what was known when its folder is out of reach, and says so', async () => {
    const folder = swimTO();
    const { nima, project } = await registered(folder);
    rmSync(folder, { recursive: true });
    const refreshed = await nima.call('workspace.projects.refresh', { id: project.id });
    expect(refreshed.problem).toMatch(/cannot be read/);
    expect(refreshed.state.commits).toHaveLength(2);
  });
});

describe('what is read', () => {
  test('is found by its words, in the part that has them', async () => {
    const { nima } = await registered(swimTO());
    const { found } = await nima.call('workspace.search', { query: 'how is it deployed with Flux' });
    expect(found[0]).toMatchObject({
      project: 'swimTO',
      path: 'README.md',
      text: expect.stringContaining('## Deploy'),
    });
  });

  test('never holds a file of secrets, nor a secret in a note', async () => {
    const folder = aFolder({
      'README.md': '# x\n\nUse token ghp_abcdefghijklmnopqrstuvwxyz0123456789 for now.',
      '.env': 'API_KEY=never-to-be-read',
      'deploy/secret.yaml': 'password: never-to-be-read',
    });
    const { nima, project } = await registered(folder);
    const { paths } = await nima.call('workspace.projects.get', { id: project.id });
    expect(paths).toEqual(['README.md']);
    const { found } = await nima.call('workspace.search', { query: 'token' });
    expect(JSON.stringify(found)).not.toMatch(/ghp_abc|never-to-be-read/);
  });

  test('does not follow a link out of the project', async () => {
    const folder = aFolder({ 'README.md': '# inside' });
    symlinkSync('/etc/hostname', join(folder, 'NOTES.md'));
    const { nima, project } = await registered(folder);
    expect((await nima.call('workspace.projects.get', { id: project.id })).paths).toEqual(['README.md']);
  });

  test('stands behind an answer only when the question names the project', async () => {
    const { nima } = await registered(swimTO());
    const ctx = nima.context();
    expect(await passagesOfProjects(ctx, 'how do I deploy swim-to?')).toMatchObject([
      { path: 'README.md' },
      {},
      {},
      {},
    ]);
    expect(await passagesOfProjects(ctx, 'how do I deploy?')).toEqual([]);
  });
});

describe('registering', () => {
  test('is refused for a file, a missing folder, a path in part, and a name taken', async () => {
    const folder = swimTO();
    const { nima } = await registered(folder);
    const create = (input: object) => nima.call('workspace.projects.create', input);
    await expect(create({ path: join(folder, 'README.md') })).rejects.toThrow(/is a file/);
    await expect(create({ path: '/no/such/folder' })).rejects.toThrow(/cannot be read/);
    await expect(create({ path: 'code/x' })).rejects.toThrow(/whole path/);
    await expect(create({ path: aFolder({}), name: 'Swim-To' })).rejects.toMatchObject({ code: 'project_known' });
  });

  test('by an agent asks the owner first', async () => {
    const { nima } = await registered(swimTO());
    const agent: Actor = { ...nima.owner, kind: 'agent', face: 'chat' };
    const wish = nima.call('workspace.projects.create', { path: aFolder({ 'README.md': 'x' }) }, agent);
    await expect(wish).rejects.toMatchObject({ code: 'approval_needed' });
  });

  test('is taken back whole: nothing of what was read is left', async () => {
    const { nima, project } = await registered(swimTO());
    await nima.call('workspace.projects.remove', { id: project.id });
    expect(await nima.call('workspace.projects.list')).toEqual({ projects: [] });
    expect(await nima.call('workspace.search', { query: 'lanes Toronto pool' })).toEqual({ found: [] });
  });

  test('keeps one person’s projects from another', async () => {
    const { nima, project } = await registered(swimTO());
    const other: Actor = { ...nima.owner, owner: '00000000-0000-4000-8000-00000000ffff' };
    await expect(nima.call('workspace.projects.get', { id: project.id }, other)).rejects.toMatchObject({
      kind: 'not_found',
    });
    expect(await nima.call('workspace.search', { query: 'Toronto' }, other)).toEqual({ found: [] });
  });
});
