import { describe, expect, test } from 'vitest';
import { DESKTOP, PHONE, say, visits } from './browser.ts';
import { findings } from './findings.ts';

const visit = visits();

const cases = [
  { name: 'desktop, light', size: DESKTOP, theme: 'light' },
  { name: 'desktop, dark', size: DESKTOP, theme: 'dark' },
  { name: 'phone, light', size: PHONE, theme: 'light' },
  { name: 'phone, dark', size: PHONE, theme: 'dark' },
] as const;

describe('every screen can be used by everybody, and asks nobody else', () => {
  test.for(cases)('$name', async ({ size, theme }, t) => {
    const { page, nima, foreign } = await visit(t, { size, theme, isSignedIn: false, isStill: true });
    const found = await findings(page, 'sign-in');
    await page.getByLabel('Password').fill(nima.password ?? '');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    found.push(...(await findings(page, 'new conversation')));
    await say(page, 'My name is Rafael and I live in Lisbon');
    await page.getByRole('button', { name: 'Undo, forget: Lives in Lisbon' }).waitFor();
    await say(page, 'Where do I live?');
    await say(page, 'forget that I live in Lisbon');
    await page.getByRole('button', { name: 'Approve once' }).waitFor();
    found.push(...(await findings(page, 'talk')));
    await page.getByRole('textbox', { name: 'Message' }).fill('/');
    found.push(...(await findings(page, 'commands')));
    await page.getByRole('textbox', { name: 'Message' }).fill('');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Find anything' }).waitFor();
    found.push(...(await findings(page, 'palette')));
    await page.keyboard.press('Escape');
    await page.goto(`${nima.url}/memory`);
    await page.getByRole('button', { name: 'Forget: Lives in Lisbon' }).waitFor();
    found.push(...(await findings(page, 'memory')));
    await page.getByRole('button', { name: 'How it changed: Lives in Lisbon' }).click();
    await page.getByText('Versions, newest first').waitFor();
    found.push(...(await findings(page, 'history')));
    expect(found).toEqual([]);
    expect(foreign).toEqual([]);
  });
});
