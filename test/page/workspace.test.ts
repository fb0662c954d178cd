import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '../support/process.ts';
import { DESKTOP, PHONE, visits } from './browser.ts';

const visit = visits();

/** A small repository with a commit, an open point and something not committed. */
function repository(): string {
  const folder = join(aFolder(), 'swimTO');
  mkdirSync(folder);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', ...args], { cwd: folder });
  git('init', '-q', '-b', 'main');
  writeFileSync(join(folder, 'README.md'), '# swimTO\n\nFinds open lanes in the pools of Toronto.\n');
  writeFileSync(join(folder, 'TODO.md'), '- [ ] show the water temperature\n');
  git('add', '.');
  git('commit', '-q', '-m', 'Read the lane schedules');
  writeFileSync(join(folder, 'lanes.ts'), 'export {};\n');
  return folder;
}

test.for([
  { name: 'desktop', size: DESKTOP },
  { name: 'phone', size: PHONE },
])('a folder is added, says where work stopped with its sources, is found and taken out: $name', async ({
  size,
}, t) => {
  const folder = repository();
  const { page, nima, errors } = await visit(t, { size });
  await page.goto(`${nima.url}/workspace`);
  await page.getByText('No project is registered.').waitFor();
  await page.getByRole('button', { name: 'Add a folder' }).click();
  const form = page.getByRole('form', { name: 'Add a folder' });
  await form.getByLabel('Folder on Nima').fill(`${folder}-not-there`);
  await form.getByRole('button', { name: 'Add' }).click();
  await expect.poll(() => form.getByRole('alert').textContent()).not.toBe('');
  await form.getByLabel('Folder on Nima').fill(folder);
  await form.getByRole('button', { name: 'Add' }).click();

  await page.getByRole('heading', { name: 'swimTO', level: 1 }).waitFor();
  const brief = page.getByRole('region', { name: 'Where did we leave off' });
  await brief.getByText(/Last commit .*Read the lane schedules/).waitFor();
  await brief.getByRole('link', { name: 'Source 1' }).first().click();
  await brief.getByRole('region', { name: 'Sources' }).getByText('show the water temperature').waitFor();
  await page.getByText('1 not committed').waitFor();
  const isWider = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  expect(isWider).toBe(false);

  await page.getByRole('link', { name: 'Workspace' }).last().click();
  await page.getByRole('list', { name: 'Projects' }).getByText('main').waitFor();
  await page.getByRole('searchbox', { name: 'Search projects' }).fill('open lanes');
  await page
    .getByRole('region', { name: 'Found in projects' })
    .getByText(/pools of Toronto/)
    .first()
    .waitFor();
  await page.getByRole('region', { name: 'Found in projects' }).getByRole('link', { name: 'swimTO' }).first().click();
  await page.getByRole('button', { name: 'More for swimTO' }).click();
  await page.getByRole('menuitem', { name: 'Take out of the workspace' }).click();
  await page.getByText('No project is registered.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('list', { name: 'Projects' }).getByText('swimTO').first().waitFor();
  expect(errors).toEqual([]);
});
