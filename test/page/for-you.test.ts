import { expect, test } from 'vitest';
import { PHONE, visits } from './browser.ts';

const visit = visits();

test('a reminder is told with its reason, seen, and taken back; everything is stopped and goes on', async (t) => {
  const { page, nima, errors } = await visit(t, { size: PHONE });
  await page.evaluate(async () => {
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ remind: 'Review the cluster' });
    const made = await fetch('/v1/schedules', { method: 'POST', headers, body });
    const { id } = (await made.json()) as { id: string };
    await fetch(`/v1/schedules/${id}/run`, { method: 'POST', headers, body: '{}' });
  });
  await page.goto(`${nima.url}/for-you`);
  await page.getByText('Nothing waits.').waitFor();
  const alerts = page.getByRole('region', { name: 'Told by Nima' });
  await alerts.getByText('Review the cluster').waitFor({ timeout: 30_000 });
  await alerts.getByRole('button', { name: 'Why, and how to stop it' }).click();
  await page.getByRole('button', { name: 'No more of this kind' }).waitFor();
  await page.keyboard.press('Escape');
  await alerts.getByRole('button', { name: 'Seen' }).click();
  await alerts.getByText('Nothing here.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await alerts.getByText('Review the cluster').waitFor();
  await page.getByRole('button', { name: 'Stop everything' }).click();
  await page.getByText(/^Everything is stopped since/).waitFor();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText(/^Running\./).waitFor();
  expect(errors).toEqual([]);
});
