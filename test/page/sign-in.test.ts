import { expect, test } from 'vitest';
import { signIn, visits } from './browser.ts';

const visit = visits();

test('a wrong password is said in plain words, the right one opens the page, signing out closes it', async (t) => {
  const { page, nima, errors } = await visit(t, { isSignedIn: false });
  await page.getByText('The password was shown in the terminal').waitFor();
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('That password is not right.').waitFor();
  await signIn(page, nima.password ?? '');
  await page.reload();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  await page.getByRole('button', { name: /theme, keys and sign-out/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByLabel('Password').waitFor();
  expect(errors).toEqual([]);
});

test('a session that ends elsewhere leads back to the door', async (t) => {
  const { page, nima } = await visit(t);
  const { sessions } = await nima.api('GET', '/v1/users/sessions');
  await nima.api('DELETE', `/v1/users/sessions/${sessions[0].id}`);
  await page.getByRole('link', { name: 'Memory' }).click();
  await page.getByLabel('Password').waitFor();
});

test('the model pill says whether anything leaves the machine, and why', async (t) => {
  const { page } = await visit(t);
  await page.getByRole('button', { name: /nothing leaves this machine/ }).click();
  await page.getByText('stay on the machine Nima runs on').waitFor();
});
