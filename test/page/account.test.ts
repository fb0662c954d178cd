import { expect, test } from 'vitest';
import { PHONE, say, visits } from './browser.ts';

const visit = visits();

test('usage, who Nima is and standing instructions are one menu away, on a phone too', async (t) => {
  const { page, nima, errors } = await visit(t, { size: PHONE });
  await say(page, 'Hello');
  const open = async (item: string) => {
    await page.getByRole('button', { name: 'Rooms and conversations' }).click();
    await page.getByRole('button', { name: /theme, keys and sign-out/ }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await open('Usage');
  const usage = page.getByRole('dialog', { name: 'Usage' });
  await usage.getByText('1 answer').first().waitFor();
  await usage.getByRole('rowheader', { name: 'offline' }).waitFor();
  await usage.getByRole('button', { name: 'Close' }).click();

  await open('Who Nima is');
  const persona = page.getByRole('dialog', { name: 'Who Nima is' });
  await persona.getByRole('button', { name: 'Change' }).click();
  await persona.getByRole('textbox', { name: 'Tone' }).fill('warm');
  await persona.getByRole('button', { name: 'Save' }).click();
  await persona.getByText('Version 1').waitFor();
  await persona.getByRole('button', { name: 'Go back to As shipped' }).click();
  await expect.poll(async () => (await nima.api('GET', '/v1/persona')).personality.tone).not.toBe('warm');
  await persona.getByRole('button', { name: 'Close' }).click();

  await open('Standing instructions');
  const sheet = page.getByRole('dialog', { name: 'Standing instructions' });
  await sheet.getByRole('textbox').fill('Answer in metric units');
  await sheet.getByRole('button', { name: 'Add' }).click();
  await sheet.getByRole('switch', { name: 'Holds: Answer in metric units' }).click();
  await sheet.getByRole('switch', { checked: false }).waitFor();
  await sheet.getByRole('button', { name: 'Remove: Answer in metric units' }).click();
  await sheet.getByText('None yet.').waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await sheet.getByText('Answer in metric units').waitFor();
  expect(errors).toEqual([]);
});
