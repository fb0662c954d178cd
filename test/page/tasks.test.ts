import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '../support/process.ts';
import { PHONE, visits } from './browser.ts';

const visit = visits();

/** A Nima that may write to one folder and run two commands. */
function openFolder() {
  const folder = aFolder();
  const notes = join(folder, 'notes');
  mkdirSync(notes);
  writeFileSync(join(notes, 'plan.md'), 'buy milk\n');
  const settings = join(folder, 'nima.yaml');
  const steps = join(folder, 'steps.sh');
  writeFileSync(steps, 'for n in 1 2 3; do echo step $n; sleep 0.3; done; exec sleep 60');
  const commands = [{ line: `sh ${steps}` }, { line: 'false' }];
  writeFileSync(settings, JSON.stringify({ integrations: { files: { roots: { notes } }, cli: { commands } } }));
  return { notes, steps, environment: { NIMA_SETTINGS: settings } };
}

test('a file is changed by a task: seen as a diff before, done, and taken back', async (t) => {
  const { notes, environment } = openFolder();
  const { page, errors } = await visit(t, { environment });
  await page.getByRole('link', { name: 'Tasks', exact: true }).click();
  await page.getByText('Nothing was asked yet.').waitFor();
  await page.getByRole('link', { name: 'New task' }).click();
  await page.getByLabel('Where').selectOption('files');
  await page.getByLabel('What').selectOption('write');
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByText('Needed.').waitFor();
  await page.getByLabel('path').fill('notes/plan.md');
  await page.getByRole('textbox', { name: 'text' }).fill('buy oat milk\n');
  await page.getByRole('button', { name: 'Preview' }).click();
  const looked = page.getByRole('region', { name: 'What it would do' });
  await looked.getByText('-buy milk').waitFor();
  await looked.getByText('+buy oat milk').waitFor();
  expect(readFileSync(join(notes, 'plan.md'), 'utf8')).toBe('buy milk\n');
  await looked.getByRole('button', { name: 'Run' }).click();
  await page.getByText('Wrote notes/plan.md.').waitFor();
  expect(readFileSync(join(notes, 'plan.md'), 'utf8')).toBe('buy oat milk\n');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { name: 'files · move' }).waitFor();
  await page.getByText('done', { exact: true }).waitFor();
  expect(readFileSync(join(notes, 'plan.md'), 'utf8')).toBe('buy milk\n');
  await page.getByRole('link', { name: 'Tasks', exact: true }).first().click();
  await page.getByRole('searchbox', { name: 'Search tasks' }).fill('oat');
  await expect.poll(() => page.getByRole('list', { name: 'Tasks' }).getByRole('listitem').count()).toBe(1);
  expect(errors).toEqual([]);
});

test('a long task shows its log as it runs, is cancelled, and tried again, on a phone too', async (t) => {
  const { steps, environment } = openFolder();
  const { page, nima } = await visit(t, { environment, size: PHONE });
  const params = { command: 'sh', args: [steps] };
  const { id } = await nima.api('POST', '/v1/tasks/execute', { type: 'cli', action: 'run', params });
  await page.goto(`${nima.url}/tasks/${id}`);
  await page.getByRole('log').getByText('step 3').waitFor();
  await page.getByText('running', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('cancelled', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Retry' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Retry' }).waitFor();
  const isWider = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  expect(isWider).toBe(false);
});

test('what failed says why, and an integration can be switched off', async (t) => {
  const { environment } = openFolder();
  const { page, nima } = await visit(t, { environment });
  await nima.api('POST', '/v1/tasks/execute', { type: 'cli', action: 'run', params: { command: 'false' } });
  await page.goto(`${nima.url}/tasks`);
  await page.getByText('Failed', { exact: true }).click();
  await page.getByRole('link', { name: /cli · run/ }).click();
  await page.getByText('ended with 1').first().waitFor();
  await page.goto(`${nima.url}/tasks/integrations`);
  await page.getByText('2 commands may run.').waitFor();
  await page.getByRole('switch', { name: 'Use cli' }).click();
  await page.getByText('cli is off').waitFor();
  expect((await nima.api('GET', '/v1/tasks/integrations/cli')).enabled).toBe(false);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await nima.api('GET', '/v1/tasks/integrations/cli')).enabled).toBe(true);
});
