import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aNima } from '../../../../test/support/nima.ts';
import { aSecondOwner } from '../../../../test/support/people.ts';
import { PACK_FILES } from '../fixtures.ts';

const SOURCE = { title: 'Garden diary', publisher: 'Ana' };

/** A folder with the pack `garden`, and a Nima that may read it. */
async function aGarden() {
  const root = mkdtempSync(join(tmpdir(), 'nima-garden-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'garden');
  mkdirSync(folder);
  const write = (files: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  };
  write(PACK_FILES);
  const facts = (list: Readonly<Record<string, string>>) =>
    write({
      'facts.json': JSON.stringify(
        Object.entries(list).map(([id, fact]) => ({ id, fact, topic: 'watering', source: SOURCE })),
      ),
    });
  return { root, folder, write, facts, nima: await aNima({ environment: { NIMA_KNOWLEDGE_FOLDERS: root } }) };
}

test('an installed pack answers from then on, as what it is: written by anybody', async () => {
  const { folder, nima } = await aGarden();
  expect(await nima.call('knowledge.packs.install', { source: folder })).toMatchObject({
    id: 'garden',
    trust: 'installed',
    state: 'by_topic',
    source: folder,
  });
  const { passages } = await nima.call('knowledge.packs.search', { query: 'how much water does a tomato take' });
  expect(passages[0]).toMatchObject({ id: 'garden/tomato-water', trust: 'installed' });
  await expect(nima.call('knowledge.packs.install', { source: folder })).rejects.toMatchObject({
    code: 'pack_installed',
  });
});

test('one person’s packs are nobody else’s', async () => {
  const { folder, nima } = await aGarden();
  await nima.call('knowledge.packs.install', { source: folder });
  const other = await aSecondOwner(nima);
  await expect(nima.call('knowledge.packs.get', { id: 'garden' }, other)).rejects.toMatchObject({
    code: 'pack_unknown',
  });
  const { passages } = await nima.call('knowledge.packs.search', { query: 'how much water does a tomato take' }, other);
  expect(passages.filter(({ pack }: { pack: string }) => pack === 'garden')).toEqual([]);
});

test('a pinned hash lets in exactly that content', async () => {
  const { folder, facts, nima } = await aGarden();
  const { hash } = await nima.call('knowledge.packs.validate', { source: folder });
  facts({ 'tomato-water': 'Never water a tomato.' });
  await expect(nima.call('knowledge.packs.install', { source: folder, expect_hash: hash })).rejects.toMatchObject({
    code: 'pack_hash_differs',
    message: expect.stringContaining('Nothing was changed'),
  });
  facts({ 'tomato-water': 'A tomato plant takes two litres a day in July.' });
  expect(await nima.call('knowledge.packs.install', { source: folder, expect_hash: hash })).toMatchObject({ hash });
});

test('from a repository the commit is kept on record', async () => {
  const { root, folder, nima } = await aGarden();
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', ...args])
      .toString()
      .trim();
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'A pack');
  execFileSync('git', ['clone', '--quiet', '--bare', folder, join(root, 'garden.git')]);
  await nima.call('knowledge.packs.install', { source: `file://${join(root, 'garden.git')}` });
  const { versions } = await nima.call('knowledge.packs.get', { id: 'garden' });
  expect(versions).toMatchObject([{ version: '1.0.0', source_revision: git('rev-parse', 'HEAD'), is_current: true }]);
});

test('a pack with faults, or under the name of one of Nima’s own, is refused whole', async () => {
  const { root, folder, write, nima } = await aGarden();
  write({ 'install.sh': 'rm -rf /' });
  await expect(nima.call('knowledge.packs.install', { source: folder })).rejects.toMatchObject({
    code: 'pack_invalid',
    message: expect.stringContaining('install.sh: A pack holds only'),
  });
  cpSync('packs/knowledge/cars', join(root, 'cars'), { recursive: true });
  await expect(nima.call('knowledge.packs.install', { source: join(root, 'cars') })).rejects.toMatchObject({
    code: 'pack_is_shipped',
  });
  expect((await nima.call('knowledge.packs.list', { query: 'garden' })).total).toBe(0);
});

describe('an update', () => {
  test('shows what would change, changes it when told to, and can be taken back', async () => {
    const { folder, write, facts, nima } = await aGarden();
    await nima.call('knowledge.packs.install', { source: folder });
    write({ 'pack.yaml': (PACK_FILES['pack.yaml'] ?? '').replace('1.0.0', '1.1.0') });
    facts({
      'tomato-water': 'A tomato plant takes three litres a day in July.',
      'basil-light': 'Basil wants a bright window.',
    });
    const shown = await nima.call('knowledge.packs.update', { id: 'garden' });
    expect(shown).toMatchObject({
      is_applied: false,
      is_newer: true,
      version: '1.0.0',
      to_version: '1.1.0',
      changes: {
        facts: {
          added: [{ id: 'basil-light' }],
          changed: [
            { id: 'tomato-water', before: expect.stringContaining('two'), after: expect.stringContaining('three') },
          ],
          removed: [],
        },
      },
    });
    const applied = await nima.call('knowledge.packs.update', {
      id: 'garden',
      apply: true,
      expect_hash: shown.to_hash,
    });
    expect(applied).toMatchObject({ is_applied: true, version: '1.1.0', hash: shown.to_hash });
    const found = async () =>
      (await nima.call('knowledge.packs.search', { query: 'litres a tomato takes in July', pack: 'garden' }))
        .passages[0].text;
    expect(await found()).toContain('three');
    expect(await nima.call('knowledge.packs.rollback', { id: 'garden' })).toMatchObject({ version: '1.0.0' });
    expect(await found()).toContain('two');
    await expect(nima.call('knowledge.packs.rollback', { id: 'garden' })).rejects.toMatchObject({
      code: 'pack_has_no_earlier',
    });
  });

  test('with nothing new changes nothing, and keeps the state the owner chose', async () => {
    const { folder, facts, nima } = await aGarden();
    await nima.call('knowledge.packs.install', { source: folder });
    await nima.call('knowledge.packs.deactivate', { id: 'garden' });
    expect(await nima.call('knowledge.packs.update', { id: 'garden', apply: true })).toMatchObject({
      is_applied: false,
      is_newer: false,
    });
    facts({ 'tomato-water': 'Other.' });
    expect(await nima.call('knowledge.packs.update', { id: 'garden', apply: true })).toMatchObject({
      is_applied: true,
      state: 'off',
    });
  });

  test('that went bad, vanished or became another pack leaves the one there is', async () => {
    const { folder, write, nima } = await aGarden();
    await nima.call('knowledge.packs.install', { source: folder });
    const update = () => nima.call('knowledge.packs.update', { id: 'garden', apply: true });
    write({ 'rules.yaml': '{' });
    await expect(update()).rejects.toMatchObject({ code: 'pack_invalid' });
    write({ 'rules.yaml': '[]\n', 'pack.yaml': (PACK_FILES['pack.yaml'] ?? '').replace('id: garden', 'id: jungle') });
    await expect(update()).rejects.toMatchObject({ code: 'pack_id_differs' });
    rmSync(folder, { recursive: true });
    await expect(update()).rejects.toMatchObject({ code: 'pack_source_unreadable' });
    expect(await nima.call('knowledge.packs.get', { id: 'garden' })).toMatchObject({
      version: '1.0.0',
      versions: [{}],
    });
  });

  test('keeps five versions and no more', async () => {
    const { folder, facts, nima } = await aGarden();
    await nima.call('knowledge.packs.install', { source: folder });
    for (let round = 0; round < 6; round += 1) {
      facts({ 'tomato-water': `Round ${round}.` });
      await nima.call('knowledge.packs.update', { id: 'garden', apply: true });
    }
    expect((await nima.call('knowledge.packs.get', { id: 'garden' })).versions).toHaveLength(5);
  });

  test('of a shipped pack is not ours to make', async () => {
    const { nima } = await aGarden();
    for (const verb of ['update', 'rollback', 'remove']) {
      await expect(nima.call(`knowledge.packs.${verb}`, { id: 'cars' })).rejects.toMatchObject({
        code: 'pack_is_shipped',
      });
    }
  });
});

test('a removed pack is gone with all its versions and can be installed anew', async () => {
  const { folder, facts, nima } = await aGarden();
  await nima.call('knowledge.packs.install', { source: folder });
  facts({ 'tomato-water': 'Other.' });
  await nima.call('knowledge.packs.update', { id: 'garden', apply: true });
  await nima.call('knowledge.packs.remove', { id: 'garden' });
  await expect(nima.call('knowledge.packs.get', { id: 'garden' })).rejects.toMatchObject({ code: 'pack_unknown' });
  const rows = await nima.db.kysely.selectFrom('knowledge_versions').selectAll().execute();
  expect(rows).toEqual([]);
  expect(await nima.call('knowledge.packs.install', { source: folder })).toMatchObject({ state: 'by_topic' });
});

test('a model may look for updates, and asks before anything comes in or changes', async () => {
  const { folder, facts, nima } = await aGarden();
  await nima.call('knowledge.packs.install', { source: folder });
  facts({ 'tomato-water': 'Other.' });
  const agent = { ...nima.owner, kind: 'agent' as const };
  expect(await nima.call('knowledge.packs.update', { id: 'garden' }, agent)).toMatchObject({ is_newer: true });
  for (const [operation, input] of [
    ['update', { id: 'garden', apply: true }],
    ['install', { source: folder }],
    ['rollback', { id: 'garden' }],
    ['remove', { id: 'garden' }],
  ] as const) {
    await expect(nima.call(`knowledge.packs.${operation}`, input, agent), operation).rejects.toMatchObject({
      code: 'approval_needed',
    });
  }
});

test('the second of two installs at once is told that the pack is there', async () => {
  const { folder, nima } = await aGarden();
  const both = await Promise.allSettled([1, 2].map(() => nima.call('knowledge.packs.install', { source: folder })));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
