import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { failureOf } from '../../../../test/support/people.ts';
import { aBench, testMachine } from '../../../../test/support/work.ts';
import { diffOf } from './diff.ts';
import { filesIntegration } from './files.ts';

function aShelf(about: object = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'nima-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'notes'));
  writeFileSync(join(folder, 'notes/plan.md'), 'one\ntwo\nthree\n');
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  const config = { roots: { notes: join(folder, 'notes') }, ...about };
  const files = aBench(filesIntegration(testMachine), { config });
  const at = (path: string) => join(folder, path);
  /** Does what a result says would take it back. */
  const takeBack = (data: Readonly<Record<string, unknown>>) => {
    const { action, params } = data.undo as { action: string; params: object };
    return files.run(action, params);
  };
  return { files, at, takeBack, text: (path: string) => readFileSync(at(path), 'utf8') };
}

describe('files in an open folder', () => {
  test('are listed and read, as data of others', async () => {
    const { files } = aShelf();
    expect(await files.run('roots', {})).toMatchObject({ data: { roots: ['notes'] } });
    expect(await files.run('list', { path: 'notes' })).toMatchObject({
      data: { entries: [{ name: 'plan.md', kind: 'file' }] },
      isUntrusted: true,
    });
    expect(await files.run('read', { path: 'notes/plan.md' })).toMatchObject({
      data: { text: 'one\ntwo\nthree\n' },
      isUntrusted: true,
    });
  });

  test('are written after a diff is shown, and the old text comes back', async () => {
    const { files, text, takeBack } = aShelf();
    const params = { path: 'notes/plan.md', text: 'one\n2\nthree\n' };
    expect(await files.preview('write', params)).toBe('Write notes/plan.md:\n@@ line 2 @@\n one\n-two\n+2\n three');
    const { data } = await files.run('write', params);
    expect(text('notes/plan.md')).toBe('one\n2\nthree\n');
    await takeBack(data);
    expect(text('notes/plan.md')).toBe('one\ntwo\nthree\n');
  });

  test('that are new, with their folders, are gone when that is taken back', async () => {
    const { files, at, takeBack } = aShelf();
    const { data } = await files.run('write', { path: 'notes/a/b.md', text: 'x' });
    expect(existsSync(at('notes/a/b.md'))).toBe(true);
    await takeBack(data);
    expect(existsSync(at('notes/a/b.md'))).toBe(false);
  });

  test('are appended to and changed in place', async () => {
    const { files, text } = aShelf();
    await files.run('append', { path: 'notes/plan.md', text: 'four\n' });
    expect(await files.run('process', { path: 'notes/plan.md', find: 'o', replace: '0' })).toMatchObject({
      data: { count: 3 },
    });
    expect(text('notes/plan.md')).toBe('0ne\ntw0\nthree\nf0ur\n');
  });

  test('are moved, not over another unless that is said', async () => {
    const { files, at, text } = aShelf();
    await files.run('write', { path: 'notes/b.md', text: 'b' });
    const move = { from: 'notes/b.md', to: 'notes/plan.md' };
    expect(await failureOf(files.run('move', move))).toMatchObject({ kind: 'conflict', code: 'file_exists' });
    await files.run('move', { ...move, overwrite: true });
    expect(text('notes/plan.md')).toBe('b');
    expect(existsSync(at('notes/b.md'))).toBe(false);
  });

  test('are removed into the trash, once, and come back', async () => {
    const { files, at, text, takeBack } = aShelf();
    const path = 'notes/plan.md';
    expect(files.effect('remove', { path })).toBe('destroy');
    const { data } = await files.run('remove', { path }, { key: 'task-1' });
    expect(existsSync(at(path))).toBe(false);
    expect(await files.findDone('remove', { path }, { key: 'task-1' })).toMatchObject({ data });
    expect(await files.findDone('remove', { path }, { key: 'task-2' })).toBeNull();
    expect(await files.run('list', { path: 'notes' })).toMatchObject({ data: { entries: [] } });
    await takeBack(data);
    expect(text(path)).toBe('one\ntwo\nthree\n');
  });
});

describe('what files refuse', () => {
  test.each(['notes/../secret.txt', 'notes/link', '/etc/passwd'])('%s, which is outside', async (path) => {
    const { files, at } = aShelf();
    symlinkSync(at('secret.txt'), at('notes/link'));
    for (const action of ['read', 'remove']) {
      expect(await failureOf(files.run(action, { path }))).toMatchObject({
        code: expect.stringMatching(/outside_roots|root_unknown/),
      });
    }
    expect(await failureOf(files.run('write', { path, text: 'x' }))).toHaveProperty('name', 'Failure');
    expect(readFileSync(at('secret.txt'), 'utf8')).toBe('outside');
  });

  test('a root itself, a large file, one that is no text, and one that is not there', async () => {
    const { files, at } = aShelf({ fileBytesMax: 20 });
    writeFileSync(at('notes/large'), 'x'.repeat(21));
    writeFileSync(at('notes/image'), Buffer.from([1, 0, 2]));
    expect(await failureOf(files.run('remove', { path: 'notes' }))).toMatchObject({ code: 'root_stays' });
    expect(await failureOf(files.run('read', { path: 'notes/large' }))).toMatchObject({ code: 'file_too_large' });
    expect(await failureOf(files.run('write', { path: 'notes/x', text: 'y'.repeat(21) }))).toMatchObject({
      code: 'file_too_large',
    });
    expect(await failureOf(files.run('read', { path: 'notes/image' }))).toMatchObject({ code: 'not_text' });
    expect(await failureOf(files.run('read', { path: 'notes/none' }))).toMatchObject({ code: 'file_unknown' });
  });
});

test('a long diff is cut, an empty one says so', () => {
  expect(diffOf('a\n', 'a\n')).toBe('Nothing changes.');
  const lines = Array.from({ length: 500 }, (_, at) => `line ${at}`).join('\n');
  expect(diffOf('', lines).split('\n')).toHaveLength(121);
});
