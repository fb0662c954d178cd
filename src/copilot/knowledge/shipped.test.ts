import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderSource } from '../../providers/pack-source/folder/source.ts';
import { hashOf } from './format/content.ts';
import { faultText, readPack } from './format/read-pack.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SHIPPED = join(ROOT, 'packs/knowledge');
const folders = [
  ...readdirSync(SHIPPED).map((name) => [name, join(SHIPPED, name)] as const),
  ['homelab', join(ROOT, 'docs/guide/examples/homelab')] as const,
];

test.each(folders)('the pack %s is one Nima can use, under its own name', async (name, folder) => {
  const opened = await folderSource([ROOT]).open(folder, new AbortController().signal);
  const read = await readPack(opened);
  expect('faults' in read ? read.faults.map(faultText) : []).toEqual([]);
  if ('faults' in read) return;
  expect(read.value.manifest.id).toBe(name);
  expect(hashOf(read.value)).toMatch(/^sha256:[0-9a-f]{64}$/);
});
