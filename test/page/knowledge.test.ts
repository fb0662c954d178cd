import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '../support/process.ts';
import { PHONE, visits } from './browser.ts';

const visit = visits();
const GARDEN = join(import.meta.dirname, '../../docs/guide/examples/garden');

/** The example pack in a folder of its own, so that it can be changed. */
function gardenPack(): string {
  const folder = join(aFolder(), 'garden');
  cpSync(GARDEN, folder, { recursive: true });
  return folder;
}

function rewrite(file: string, from: string, to: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}

test('a pack is checked, installed, updated after its changes were seen, rolled back and removed', async (t) => {
  const folder = gardenPack();
  const { page, nima, errors } = await visit(t, { environment: { NIMA_KNOWLEDGE_FOLDERS: folder } });
  await page.getByRole('link', { name: 'Knowledge', exact: true }).click();
  await page.getByRole('button', { name: 'Install a pack' }).click();
  const form = page.getByRole('form', { name: 'Install a pack' });
  rewrite(join(folder, 'pack.yaml'), 'version: "1.1.0"', 'version: "one"');
  await form.getByLabel('Folder on Nima').fill(folder);
  await form.getByRole('button', { name: 'Check' }).click();
  await form.getByText('It cannot be installed as it is.').waitFor();
  await form.getByText('pack.yaml version').waitFor();
  rewrite(join(folder, 'pack.yaml'), 'version: "one"', 'version: "1.1.0"');
  await form.getByRole('button', { name: 'Check' }).click();
  await form.getByText(/garden 1\.1\.0: .*no fault/).waitFor();
  await form.getByRole('button', { name: 'Install' }).click();
  await page.getByRole('heading', { name: 'Garden', level: 1 }).waitFor();
  await page.getByText('about two litres a day').waitFor();

  rewrite(join(folder, 'pack.yaml'), '1.1.0', '1.2.0');
  rewrite(join(folder, 'facts.json'), 'two litres', 'three litres');
  await page.getByRole('button', { name: 'Look for an update' }).click();
  const update = page.getByRole('dialog', { name: 'Garden: 1.1.0 → 1.2.0' });
  await update.getByText(/^\+ .*three litres/).waitFor();
  await update.getByRole('button', { name: 'Update' }).click();
  await page.getByText('about three litres a day').waitFor();
  await page.getByRole('button', { name: 'More for Garden' }).click();
  await page.getByRole('menuitem', { name: 'Go back a version' }).click();
  await page.getByText('about two litres a day').waitFor();

  await page.getByRole('button', { name: 'More for Garden' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove pack' }).click();
  await page.getByRole('button', { name: 'Install a pack' }).waitFor();
  await expect.poll(async () => (await nima.api('GET', '/v1/knowledge/packs?query=garden')).packs).toEqual([]);
  expect(errors).toEqual([]);
});

test('on a phone the packs are searched, read with their sources, and switched off and on again', async (t) => {
  const { page, nima } = await visit(t, { size: PHONE });
  await page.goto(`${nima.url}/knowledge`);
  await page.getByRole('link', { name: 'Technical' }).waitFor();
  const choice = page.getByRole('group', { name: 'When to consult Technical' });
  await choice.getByText('Off').click();
  await page.getByText('Technical: not consulted').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await nima.api('GET', '/v1/knowledge/packs/technical')).state).toBe('by_topic');
  await page.getByRole('searchbox', { name: 'Search packs' }).fill('dns ttl');
  const found = page.getByRole('region', { name: 'Facts and rules found' });
  await found.getByRole('link', { name: 'Technical' }).first().click();
  await page.getByRole('heading', { name: 'Technical', level: 1 }).waitFor();
  const source = page.getByRole('list', { name: 'Entries' }).getByRole('link').first();
  expect(await source.getAttribute('href')).toMatch(/^https:\/\//);
  const isWider = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  expect(isWider).toBe(false);
});
