import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { keepsThePackSourceContract } from '../../../copilot/knowledge/ports/pack-source.contract.ts';
import { Failure } from '../../../kernel/errors.ts';
import { readPlace } from './place.ts';
import { gitSource } from './source.ts';

const signal = new AbortController().signal;

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nima-git-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const IDENTITY = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', '-c', 'init.defaultBranch=main'];
const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-C', folder, ...IDENTITY, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
    .toString()
    .trim();

/** A bare repository with these files in its one commit; `more` changes the working copy before it. */
function aRepository(files: Readonly<Record<string, string>>, more: (work: string) => void = () => undefined) {
  const root = aFolder();
  const [work, bare] = [join(root, 'work'), join(root, 'bare.git')];
  mkdirSync(work);
  git(work, 'init', '--quiet');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(work, name, '..'), { recursive: true });
    writeFileSync(join(work, name), text);
  }
  more(work);
  git(work, 'add', '--all', '--force');
  git(work, 'commit', '--quiet', '--allow-empty', '--message', 'A pack');
  git(root, 'clone', '--quiet', '--bare', work, bare);
  return { root, work, bare, url: `file://${bare}` };
}

const sourceFor = (root: string) =>
  gitSource({
    roots: [root],
    addressOf: async (host) => {
      throw new Failure('forbidden', `${host} is private.`, { code: 'outbound_refused' });
    },
  });

describe('a repository', () => {
  keepsThePackSourceContract(async () => {
    const { root, url } = aRepository(
      { 'pack.yaml': 'id: garden\n', 'deep/pack.yaml': 'x', 'run.sh': '#!' },
      (work) => {
        chmodSync(join(work, 'run.sh'), 0o755);
        symlinkSync('/etc/passwd', join(work, 'link.yaml'));
      },
    );
    return { source: sourceFor(root), place: url };
  });
});

test('a tag or branch after # is the one that is read, with its commit', async () => {
  const { root, work, bare, url } = aRepository({ 'pack.yaml': 'first' });
  git(work, 'tag', 'v1');
  writeFileSync(join(work, 'pack.yaml'), 'second');
  git(work, 'commit', '--quiet', '--all', '--message', 'Next');
  git(work, 'push', '--quiet', '--tags', bare, 'HEAD');
  const read = async (place: string) => {
    const opened = await sourceFor(root).open(place, signal);
    const text = Buffer.from(await opened.read('pack.yaml')).toString();
    await opened.close();
    return [text, opened.revision];
  };
  expect(await read(`${url}#v1`)).toEqual(['first', git(work, 'rev-parse', 'v1')]);
  expect(await read(url)).toEqual(['second', git(work, 'rev-parse', 'HEAD')]);
  await expect(read(`${url}#v9`)).rejects.toMatchObject({ kind: 'unavailable', code: 'pack_source_unavailable' });
});

test('hooks, submodules and names that climb stay names: nothing is run, fetched or written', async () => {
  const marker = join(aFolder(), 'was-run');
  const { root, work, bare, url } = aRepository({
    'pack.yaml': 'x',
    '.gitmodules': '[submodule "s"]\n path = s\n url = ext::sh -c id\n',
  });
  for (const hook of ['post-checkout', 'post-update', 'pre-receive', 'reference-transaction']) {
    writeFileSync(join(bare, 'hooks', hook), `#!/bin/sh\ntouch ${marker}\n`, { mode: 0o755 });
  }
  git(work, 'update-index', '--add', '--cacheinfo', `160000,${git(work, 'rev-parse', 'HEAD')},s`);
  git(work, 'commit', '--quiet', '--message', 'With a submodule');
  git(work, 'push', '--quiet', '--no-verify', bare, 'HEAD');
  rmSync(marker, { force: true });
  const opened = await sourceFor(root).open(url, signal);
  expect(opened.entries.map(({ name, kind }) => [name, kind])).toEqual([
    ['.gitmodules', 'file'],
    ['pack.yaml', 'file'],
    ['s', 'submodule'],
  ]);
  await opened.close();
  expect(existsSync(marker)).toBe(false);
});

test('a tree with a forged name is refused by git or shown as a name, and never becomes a path', async () => {
  const { root, bare, url } = aRepository({ 'pack.yaml': 'x' });
  const blob = git(bare, 'rev-parse', 'HEAD:pack.yaml');
  const entry = Buffer.concat([Buffer.from('100644 ../../escaped\0'), Buffer.from(blob, 'hex')]);
  const run = (args: string[], input?: Buffer) =>
    execFileSync('git', ['-C', bare, ...IDENTITY, ...args], { input })
      .toString()
      .trim();
  const tree = run(['hash-object', '-t', 'tree', '-w', '--stdin', '--literally'], entry);
  git(bare, 'update-ref', 'refs/heads/main', run(['commit-tree', tree, '-m', 'Forged']));
  await expect(sourceFor(root).open(url, signal)).rejects.toMatchObject({ kind: 'unavailable' });
});

test('a repository of 100 MB is cut off, and nothing of it stays', async () => {
  const { root, url } = aRepository({ 'pack.yaml': 'x' }, (work) => {
    const noise = crypto.getRandomValues(new Uint8Array(65_536));
    writeFileSync(
      join(work, 'facts.json'),
      Buffer.concat(Array.from({ length: 1600 }, (_, index) => noise.map((byte) => byte ^ (index * 31)))),
    );
    git(work, 'config', 'core.compression', '0');
  });
  await expect(sourceFor(root).open(url, signal)).rejects.toMatchObject({
    kind: expect.stringMatching(/invalid|unavailable/),
  });
}, 60_000);

test('outside the allowed folders no repository of this machine is read', async () => {
  const { url } = aRepository({ 'pack.yaml': 'x' });
  await expect(sourceFor(aFolder()).open(url, signal)).rejects.toMatchObject({ code: 'pack_source_forbidden' });
});

test('a host that must not be reached is refused before git runs', async () => {
  const source = sourceFor(aFolder());
  for (const place of ['https://10.0.0.1/a.git', 'ssh://git@router.lan/a.git', 'git@router.lan:a.git']) {
    await expect(source.open(place, signal)).rejects.toMatchObject({ code: 'outbound_refused' });
  }
});

describe('an address', () => {
  test.each([
    [
      'https://git.example.org/ana/a.git#v1.2.0',
      { protocol: 'https', host: 'git.example.org', port: '443', ref: 'v1.2.0' },
    ],
    ['git@example.org:ana/a.git', { protocol: 'ssh', host: 'example.org', port: '22', ref: null }],
    ['ssh://git@example.org:2222/a.git', { protocol: 'ssh', host: 'example.org', port: '2222' }],
  ])('%s is taken apart', (place, parts) => expect(readPlace(place)).toMatchObject(parts));

  test.each([
    'https://ana:secret@example.org/a.git',
    'https://token@example.org/a.git',
    'https://example.org/a.git#--upload-pack=id',
    'https://example.org/a.git#a..b',
  ])('%s is refused', (place) => expect(() => readPlace(place)).toThrow(Failure));

  test.each([
    'ext::sh -c id',
    'http://example.org/a.git',
    'git://example.org/a.git',
    '-oProxyCommand=id',
    'ftp://a/b',
    '--upload-pack=id',
  ])('%s is not for git', (place) => expect(sourceFor('/').accepts(place)).toBe(false));
});
