import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { failureOf } from '../../../../test/support/people.ts';
import { aBench, testMachine } from '../../../../test/support/work.ts';
import { createResolver } from '../../../platform/outbound/outbound.ts';
import { gitIntegration } from './git.ts';
import { remoteOf } from './git-command.ts';

const CLEAN = { PATH: process.env.PATH ?? '', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
const WHO = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org'];
const git = (cwd: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd, env: CLEAN, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** A bare repository with one commit on main, and an empty root. */
function aPlace() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nima-git-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [bare, seed, root] = [join(folder, 'nima.git'), join(folder, 'seed'), join(folder, 'code')];
  mkdirSync(root);
  git(folder, 'init', '--bare', '--initial-branch=main', bare);
  git(folder, 'init', '--initial-branch=main', seed);
  writeFileSync(join(seed, 'README.md'), 'hello\n');
  git(seed, 'add', '.');
  git(seed, ...WHO, 'commit', '-m', 'First');
  git(seed, 'push', bare, 'main');
  git(bare, 'config', 'http.receivepack', 'true');
  return { folder, bare, root, head: git(bare, 'rev-parse', 'main').trim() };
}

function aGit(
  root: string,
  about: { config?: object; allowedHosts?: string[]; secrets?: Record<string, string> } = {},
) {
  const { config = {}, allowedHosts = [], secrets = {} } = about;
  const integration = gitIntegration({ machine: testMachine, addressOf: createResolver({ allowedHosts }) });
  return aBench(integration, {
    config: { roots: { code: root }, protocols: ['file', 'http', 'https'], ...config },
    secrets,
  });
}

/** `git http-backend` behind a server that wants a password. */
async function serveGit(folder: string): Promise<string> {
  const wanted = `Basic ${Buffer.from('ana:the-token').toString('base64')}`;
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    if (request.headers.authorization !== wanted) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
      return;
    }
    const [path = '', query = ''] = (request.url ?? '').split('?');
    const child = spawn('git', ['http-backend'], {
      env: {
        ...CLEAN,
        ...{
          GIT_PROJECT_ROOT: folder,
          GIT_HTTP_EXPORT_ALL: '1',
          REMOTE_USER: 'ana',
          PATH_INFO: path,
          QUERY_STRING: query,
        },
        ...{ REQUEST_METHOD: request.method, CONTENT_TYPE: request.headers['content-type'] ?? '' },
        ...(request.headers['content-encoding'] ? { HTTP_CONTENT_ENCODING: request.headers['content-encoding'] } : {}),
        ...(request.headers['git-protocol'] ? { GIT_PROTOCOL: String(request.headers['git-protocol']) } : {}),
      },
    });
    request.pipe(child.stdin);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('close', () => {
      const all = Buffer.concat(chunks);
      const end = all.indexOf('\r\n\r\n');
      const headers = Object.fromEntries(
        all
          .subarray(0, end)
          .toString()
          .split('\r\n')
          .map((line) => line.split(/: ?(.*)/s).slice(0, 2) as [string, string]),
      );
      response.writeHead(Number.parseInt(headers.Status ?? '200', 10), headers).end(all.subarray(end + 4));
    });
  };
  const server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/nima.git`;
}

describe('a repository of this machine', () => {
  test('is cloned, branched, committed and pushed', async () => {
    const { bare, root, head } = aPlace();
    const code = aGit(root);
    const clone = { url: bare, folder: 'code/nima' };
    expect(await code.run('clone', clone)).toMatchObject({ data: { folder: 'code/nima', head } });
    await code.run('branch', { folder: 'code/nima', name: 'feature/memory' });
    writeFileSync(join(root, 'nima/new.md'), 'new\n');
    const status = await code.run('status', { folder: 'code/nima' });
    expect(status.data).toMatchObject({ branch: 'feature/memory', changed: [{ state: '??', path: 'new.md' }] });
    const commit = { folder: 'code/nima', message: 'Add a page' };
    expect(await code.preview('commit', commit)).toContain('?? new.md');
    const { data } = await code.run('commit', commit, { key: 'task-7' });
    expect(await code.preview('push', { folder: 'code/nima' })).toContain('Add a page');
    await code.run('push', { folder: 'code/nima' });
    expect(git(bare, 'rev-parse', 'feature/memory').trim()).toBe(data.commit);
    expect(git(bare, 'log', '-1', '--format=%an %b', 'feature/memory').trim()).toBe('Nima Nima-Task: task-7');
    expect((await code.run('log', { folder: 'code/nima', limit: 1 })).data).toMatchObject({
      commits: [{ subject: 'Add a page' }],
    });
  });

  test('is not cloned, committed to or pushed twice by one task', async () => {
    const { bare, root } = aPlace();
    const code = aGit(root);
    const clone = { url: bare, folder: 'code/nima' };
    expect(await code.findDone('clone', clone)).toBeNull();
    await code.run('clone', clone);
    expect(await code.findDone('clone', clone)).toMatchObject({ data: { folder: 'code/nima' } });
    await code.run('clone', clone);
    writeFileSync(join(root, 'nima/x'), 'x');
    const commit = { folder: 'code/nima', message: 'X' };
    expect(await code.findDone('commit', commit, { key: 'k' })).toBeNull();
    const { data } = await code.run('commit', commit, { key: 'k' });
    expect(await code.findDone('commit', commit, { key: 'k' })).toMatchObject({ data });
    expect(await failureOf(code.run('commit', commit))).toMatchObject({ code: 'nothing_to_commit' });
    await code.run('push', { folder: 'code/nima' });
    await code.run('push', { folder: 'code/nima' });
  });

  test('runs none of its hooks', async () => {
    const { bare, root, folder } = aPlace();
    const code = aGit(root);
    await code.run('clone', { url: bare, folder: 'code/nima' });
    for (const hook of ['pre-commit', 'post-commit', 'pre-push', 'post-checkout']) {
      writeFileSync(join(root, 'nima/.git/hooks', hook), `#!/bin/sh\ntouch ${folder}/pwned\n`, { mode: 0o755 });
    }
    git(join(root, 'nima'), 'config', 'core.fsmonitor', `touch ${folder}/pwned`);
    writeFileSync(join(root, 'nima/x'), 'x');
    await code.run('status', { folder: 'code/nima' });
    await code.run('branch', { folder: 'code/nima', name: 'b' });
    await code.run('commit', { folder: 'code/nima', message: 'X' });
    await code.run('push', { folder: 'code/nima' });
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
  });

  test('is refused where it is none, lies outside, or another thing is there', async () => {
    const { bare, root } = aPlace();
    const code = aGit(root);
    mkdirSync(join(root, 'other'));
    writeFileSync(join(root, 'other/file'), 'keep me');
    expect(await failureOf(code.run('status', { folder: 'code/other' }))).toMatchObject({ code: 'repository_unknown' });
    expect(await failureOf(code.run('status', { folder: 'code/..' }))).toMatchObject({ code: 'outside_roots' });
    expect(await failureOf(code.run('clone', { url: bare, folder: 'code/other' }))).toMatchObject({
      code: 'folder_taken',
    });
    expect(readFileSync(join(root, 'other/file'), 'utf8')).toBe('keep me');
  });
});

describe('a repository by HTTP', () => {
  test('is cloned and pushed to with the credential of its host, which nobody sees', async () => {
    const { folder, bare, root, head } = aPlace();
    const url = await serveGit(folder);
    const config = { credentials: { '127.0.0.1': { username: 'ana', password: 'env:GIT_TOKEN' } } };
    const code = aGit(root, { config, allowedHosts: ['127.0.0.1'], secrets: { 'env:GIT_TOKEN': 'the-token' } });
    expect(await code.run('clone', { url, folder: 'code/nima' })).toMatchObject({ data: { head } });
    writeFileSync(join(root, 'nima/x'), 'x');
    const { data } = await code.run('commit', { folder: 'code/nima', message: 'By HTTP' });
    await code.run('push', { folder: 'code/nima' });
    expect(git(bare, 'rev-parse', 'main').trim()).toBe(data.commit);
    expect(readFileSync(join(root, 'nima/.git/config'), 'utf8')).not.toContain('the-token');
    expect(code.lines.join('\n')).not.toContain('the-token');
  });

  test('without a credential is refused, and leaves nothing behind', async () => {
    const { folder, root } = aPlace();
    const code = aGit(root, { allowedHosts: ['127.0.0.1'] });
    const failure = await failureOf(code.run('clone', { url: await serveGit(folder), folder: 'code/nima' }));
    expect(failure).toMatchObject({ kind: 'forbidden', code: 'git_refused' });
    expect(existsSync(join(root, 'nima'))).toBe(false);
  });

  test('in a private network that is not allowed, or where nobody listens, is not reached', async () => {
    const { root } = aPlace();
    const there = { url: 'http://127.0.0.1:1/x.git', folder: 'code/x' };
    expect(await failureOf(aGit(root).run('clone', there))).toMatchObject({ code: 'outbound_refused' });
    const code = aGit(root, { allowedHosts: ['127.0.0.1'] });
    expect(await failureOf(code.run('clone', there))).toMatchObject({ kind: 'unavailable', code: 'git_unreachable' });
  });
});

describe('an address', () => {
  test.each([
    ['https://github.com/nima/nima.git', 'https', 'github.com', '443'],
    ['ssh://git@host:2222/x', 'ssh', 'host', '2222'],
    ['git@github.com:nima/nima.git', 'ssh', 'github.com', '22'],
    ['/srv/x.git', 'file', '', ''],
  ])('%s is understood', (url, protocol, host, port) => {
    expect(remoteOf(url)).toEqual({ protocol, host, port });
  });

  test.each(['ext::sh -c id', '--upload-pack=/bin/sh', 'https://ana:password@host/x'])('%s is refused', async (url) => {
    const code = aGit(aPlace().root);
    const failure = await failureOf(code.run('clone', { url, folder: 'code/x' }));
    expect(failure.kind).toMatch(/invalid|forbidden/);
  });

  test.each(['-b', 'a..b', 'a b', '.x', 'x.lock', 'a@{1}'])('“%s” is no branch', async (name) => {
    const code = aGit('/tmp');
    await expect(code.run('branch', { folder: 'code/x', name })).rejects.toThrow('no name of a branch');
  });
});
