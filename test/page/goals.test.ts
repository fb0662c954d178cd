import { expect, test } from 'vitest';
import { PHONE, say, visits } from './browser.ts';

const visit = visits();

test('a goal is set, gets a part done, and says why it is where it is; all of it can be taken back', async (t) => {
  const { page, nima, errors } = await visit(t);
  await page.goto(`${nima.url}/goals`);
  await page.getByText('No goal is set').waitFor();
  await page.getByRole('button', { name: 'Set a goal' }).click();
  const form = page.getByRole('form', { name: 'Set a goal' });
  await form.getByLabel('What is to be reached').fill('Deploy nima to production');
  await form.getByLabel('By when').fill('2099-12-31');
  await form.getByLabel('Parts of it').fill('Write the manifests\nTest the rollback');
  await form.getByRole('button', { name: 'Set the goal' }).click();
  await page.getByRole('link', { name: 'Deploy nima to production' }).click();
  await page.getByRole('checkbox', { name: 'Write the manifests' }).click();
  await page.getByRole('heading', { name: 'Why 50 %' }).waitFor();
  await page.getByRole('region', { name: 'Why this progress' }).getByText('Milestone done, today').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { name: 'Why 0 %' }).waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Go on' }).waitFor();
  await page.getByRole('button', { name: 'More for this goal' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByText('No goal is set').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('link', { name: 'Deploy nima to production' }).waitFor();
  expect(errors).toEqual([]);
});

test('a goal told in talk stands on the board of a phone, with its next step one touch away', async (t) => {
  const { page, nima } = await visit(t, { size: PHONE });
  await say(page, 'I want to learn Rust by 1 June 2099');
  await page.goto(`${nima.url}/goals`);
  await page.getByRole('link', { name: 'learn Rust' }).waitFor();
  const step = page.getByRole('button', { name: /^Take up/ });
  await step.click();
  await page.getByText('Taken up').waitFor();
  const isWider = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  expect(isWider).toBe(false);
});
