import { expect, test } from 'vitest';
import { PHONE, say, visits } from './browser.ts';

const visit = visits();

test('on a phone: one pane, the rail behind a button, evidence from below, the message in reach', async (t) => {
  const { page, nima } = await visit(t, { size: PHONE });
  await nima.api('POST', '/v1/memory/facts', { fact: 'My cluster is called ElderTree' });
  await say(page, 'What is my cluster called?');
  const send = await page.getByRole('button', { name: 'Send' }).boundingBox();
  expect(send?.y).toBeGreaterThan(PHONE.height * 0.85);
  expect(send?.height).toBeGreaterThanOrEqual(40);
  await page.getByRole('button', { name: /My cluster is called ElderTree/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Used in this answer' });
  await sheet.getByText('you told me, today').waitFor();
  const box = await sheet.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(PHONE.height);
  await sheet.getByRole('button', { name: 'Close' }).click();
  expect(await page.getByRole('navigation').count()).toBe(0);
  await page.getByRole('button', { name: 'Rooms and conversations' }).click();
  await page.getByRole('link', { name: 'Memory' }).click();
  await page.getByRole('heading', { name: 'Memory' }).waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  const width = await page.evaluate('document.documentElement.scrollWidth');
  expect(width).toBe(PHONE.width);
});
