import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { keepsThePackSourceContract } from '../../../copilot/knowledge/ports/pack-source.contract.ts';
import { folderSource } from './source.ts';

const signal = new AbortController().signal;

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nima-packs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function aPack(root: string): string {
  const pack = join(root, 'garden');
  mkdirSync(join(pack, 'deep'), { recursive: true });
  mkdirSync(join(pack, '.git'));
  writeFileSync(join(pack, 'pack.yaml'), 'id: garden\n');
  writeFileSync(join(pack, 'deep/pack.yaml'), 'deep');
  writeFileSync(join(pack, 'run.sh'), '#!/bin/sh\n');
  chmodSync(join(pack, 'run.sh'), 0o755);
  symlinkSync('/etc/passwd', join(pack, 'link.yaml'));
  return pack;
}

describe('a folder', () => {
  keepsThePackSourceContract(async () => {
    const root = aFolder();
    return { source: folderSource([root]), place: aPack(root) };
  });
});

test('outside the allowed folders nothing is read, also not through a link or two dots', async () => {
  const [root, other] = [aFolder(), aFolder()];
  const pack = aPack(other);
  symlinkSync(pack, join(root, 'innocent'));
  const source = folderSource([root]);
  for (const place of [
    pack,
    join(root, 'innocent'),
    `${root}/../${other.split('/').at(-1)}/garden`,
    '/etc',
    root.slice(0, -1),
  ]) {
    await expect(source.open(place, signal), place).rejects.toMatchObject({
      kind: expect.stringMatching(/^(forbidden|invalid)$/),
    });
  }
});

test('a file that is swapped for a link after the look is not followed', async () => {
  const root = aFolder();
  const pack = aPack(root);
  const opened = await folderSource([root]).open(pack, signal);
  rmSync(join(pack, 'pack.yaml'));
  symlinkSync('/etc/passwd', join(pack, 'pack.yaml'));
  await expect(opened.read('pack.yaml')).rejects.toThrow(/ELOOP/);
});

test('addresses of the network are left to others', () => {
  const source = folderSource(['/']);
  for (const place of ['https://example.org/a.git', 'git@example.org:ana/a.git', 'file:///srv/a', 'ext::sh -c id']) {
    expect(source.accepts(place)).toBe(false);
  }
  expect(source.accepts('./garden')).toBe(true);
});
