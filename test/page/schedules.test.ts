import { expect, test } from 'vitest';
import { PHONE, visits } from './browser.ts';

const visit = visits();

test('a reminder is scheduled in words that say what they mean, run at once, and taken back', async (t) => {
  const { page, nima, errors } = await visit(t, { size: PHONE });
  await page.goto(`${nima.url}/schedules`);
  await page.getByText('Nothing is scheduled').waitFor();
  await page.getByRole('button', { name: 'New schedule' }).click();
  const form = page.getByRole('form', { name: 'New schedule' });
  await form.getByLabel('Of what').fill('review the cluster');
  await form.getByLabel('When').fill('every Monday at 9');
  await form.getByText(/Every Monday at 09:00/).waitFor();
  await form.getByRole('button', { name: 'Schedule it' }).click();
  await page.getByText('Reminder: review the cluster').waitFor();
  await page.getByRole('button', { name: /^Run now/ }).click();
  await page.getByText('Started').waitFor();
  await page.getByRole('button', { name: /^What it did/ }).click();
  await page.getByRole('dialog', { name: 'What it did' }).getByText('by hand').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByText('Nothing is scheduled').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Reminder: review the cluster').waitFor();
  expect(errors).toEqual([]);
});
