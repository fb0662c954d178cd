import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { visits } from './browser.ts';

const visit = visits();

test('memory is looked through, corrected, forgotten, brought back and taken along', async (t) => {
  const { page, nima, errors } = await visit(t);
  await page.getByRole('link', { name: 'Memory' }).click();
  await page.getByText('Nothing is remembered yet.').waitFor();
  const add = page.getByRole('textbox', { name: 'Something to remember' });
  for (const fact of ['I prefer dark mode', 'The router is in the hallway closet', 'My sister is called Ana']) {
    await add.fill(fact);
    await add.press('Enter');
    await page.getByRole('listitem').filter({ hasText: fact }).waitFor();
  }
  await page.getByText('3 facts, newest first').waitFor();

  await page.getByRole('searchbox', { name: 'Search facts' }).fill('where is the router');
  await page.getByText('My sister is called Ana').waitFor({ state: 'detached' });
  await page.getByText('The router is in the hallway closet').waitFor();
  await page.getByRole('searchbox', { name: 'Search facts' }).fill('');
  await page.getByRole('button', { name: 'preferences', exact: true }).click();
  await page.getByText('1 fact, newest first').waitFor();
  await page.getByRole('button', { name: 'preferences', exact: true }).click();

  await page.getByRole('button', { name: 'Correct: The router is in the hallway closet' }).click();
  await page.getByRole('textbox', { name: 'The corrected sentence' }).fill('The router is in the attic');
  await page.getByRole('button', { name: 'Correct it' }).click();
  await page.getByRole('button', { name: 'How it changed: The router is in the attic' }).click();
  const history = page.getByRole('dialog', { name: 'One fact, and how it changed' });
  await history.getByText('The router is in the hallway closet').waitFor();
  await history.getByText('Corrected').waitFor();
  await history.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'Forget: My sister is called Ana' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Remembered again').waitFor();
  await page.getByRole('button', { name: 'Forget: My sister is called Ana' }).click();
  await page.getByRole('tab', { name: 'Forgotten' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'My sister is called Ana' })
    .getByRole('button', { name: 'Restore' })
    .click();
  await page.getByText('Nothing was forgotten in the last 30 days.').waitFor();
  expect((await nima.api('GET', '/v1/memory/facts')).total).toBe(3);

  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const download = await waiting;
  const { facts } = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(facts).toHaveLength(3);
  expect(errors).toEqual([]);
});

test('the profile names the person, and the greeting uses it', async (t) => {
  const { page, nima } = await visit(t);
  await page.getByRole('link', { name: 'Memory' }).click();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('textbox', { name: 'What to call you' }).fill('Rafael');
  await page.getByRole('button', { name: 'Add a preference' }).click();
  await page.getByRole('textbox', { name: 'Preference', exact: true }).fill('editor');
  await page.getByRole('textbox', { name: 'Value of editor' }).fill('Neovim');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Rafael' }).waitFor();
  expect((await nima.api('GET', '/v1/memory/profile')).preferences).toEqual({ editor: 'Neovim' });
  await page.getByRole('link', { name: 'Talk', exact: true }).click();
  await page.getByRole('heading', { name: /Good \w+, Rafael/ }).waitFor();
});

test('what is already remembered is said, and the sentence stays to be changed', async (t) => {
  const { page, nima } = await visit(t);
  await nima.api('POST', '/v1/memory/facts', { fact: 'I prefer dark mode' });
  await page.getByRole('link', { name: 'Memory' }).click();
  const add = page.getByRole('textbox', { name: 'Something to remember' });
  await add.fill('i prefer dark mode.');
  await add.press('Enter');
  await page.getByText('That is already remembered').waitFor();
  expect(await add.inputValue()).toBe('i prefer dark mode.');
});
