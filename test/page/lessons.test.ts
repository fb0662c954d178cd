import { expect, test } from 'vitest';
import { DESKTOP, PHONE, visits } from './browser.ts';
import { findings } from './findings.ts';

const visit = visits();

const cases = [
  { name: 'desktop', size: DESKTOP },
  { name: 'phone', size: PHONE },
] as const;

test.for(cases)('what was learned is seen, unlearned and learned again: $name', async ({ size }, t) => {
  const { page, nima, errors } = await visit(t, { size, isStill: true });
  await nima.api('POST', '/v1/learning/corrections', { say: 'ship it', mean: 'list my goals' });
  await page.goto(`${nima.url}/for-you`);
  const lessons = page.getByRole('region', { name: 'What I learned from you' });
  await lessons.getByText('“ship it” means: list my goals').waitFor();
  expect(await findings(page, '/for-you')).toEqual([]);
  const isWide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  expect(isWide).toBe(false);
  await lessons.getByRole('button', { name: /^Unlearn/ }).click();
  await lessons.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await lessons.getByText('“ship it” means: list my goals').waitFor();
  expect(errors).toEqual([]);
});
