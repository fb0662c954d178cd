import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '../support/process.ts';
import { visits } from './browser.ts';

const visit = visits();

test('Ctrl K finds goals, tasks, schedules, packs and projects by their words, and opens them by keys alone', async (t) => {
  const folder = join(aFolder(), 'harbour');
  mkdirSync(folder);
  writeFileSync(join(folder, 'README.md'), '# harbour\n');
  const { page, nima } = await visit(t);
  await nima.api('POST', '/v1/workspace/projects', { path: folder });
  await nima.api('POST', '/v1/goals', { title: 'Paint the harbour' });
  await nima.api('POST', '/v1/memory/facts', { fact: 'The harbour is cold in winter' });
  await nima.api('POST', '/v1/schedules', { when: 'every monday at 9', remind: 'look at the harbour' });
  await nima.api('POST', '/v1/tasks/execute', { type: 'files', action: 'read', params: { path: 'harbour/plan.md' } });

  await page.keyboard.press('Control+k');
  const search = page.getByRole('combobox', { name: 'Find anything by its words' });
  await search.fill('harbour');
  const found = page.getByRole('listbox', { name: 'Found' });
  for (const kind of ['remembered', 'goal', 'task', 'schedule', 'project']) {
    await found.getByRole('option').filter({ hasText: kind }).first().waitFor();
  }
  await search.fill('tech');
  await found.getByRole('option', { name: /^Technical pack$/ }).waitFor();
  await search.fill('paint the harbour');
  await found.getByRole('option', { name: /Paint the harbour/ }).waitFor();
  await expect.poll(() => found.getByRole('option').first().textContent()).toContain('Paint the harbour');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Paint the harbour', level: 1 }).waitFor();
});
