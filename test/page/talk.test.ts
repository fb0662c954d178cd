import { expect, onTestFinished, test } from 'vitest';
import { startStubOpenAi } from '../support/stub-openai.ts';
import type { StubServer } from '../support/stub-server.ts';
import { answers, doneAnswers, say, type Visit, visits } from './browser.ts';

const visit = visits();

/** A Nima whose model says what the test wants, when it wants. */
async function aModel(): Promise<{ stub: StubServer; environment: Record<string, string> }> {
  const stub = await startStubOpenAi();
  onTestFinished(() => stub.stop());
  return { stub, environment: { NIMA_MODEL_PROVIDER: 'auto', NIMA_MODEL_BASE_URL: stub.url } };
}

const message = ({ page }: Visit) => page.getByRole('textbox', { name: 'Message' });
const stopButton = ({ page }: Visit) => page.getByRole('button', { name: 'Stop' });

test('three things told are remembered, shown, and used with their source', async (t) => {
  const { page, errors } = await visit(t);
  await say(page, 'My name is Rafael and I live in Lisbon');
  await page.getByRole('button', { name: 'Undo, forget: Lives in Lisbon' }).waitFor();
  await say(page, 'Remember that my cluster is called ElderTree');
  await page.getByRole('region', { name: /changes memory/ }).waitFor();
  await say(page, 'I prefer GitOps over kubectl');
  await page.getByRole('button', { name: /Undo, forget: Prefers GitOps/ }).waitFor();
  await say(page, 'What is my cluster called?');
  await answers(page).last().getByText('ElderTree').first().waitFor();
  await page.getByRole('complementary', { name: 'Used in this answer' }).getByText('you told me, today').waitFor();
  expect(errors).toEqual([]);
});

test('an answer goes on over a reload, shows the same in a second tab, and stopping keeps what was written', async (t) => {
  const { stub, environment } = await aModel();
  const here = await visit(t, { environment });
  stub.script({ hangs: true, after: 'The first half stands. Then comes ' });
  await message(here).fill('Think long');
  await message(here).press('Enter');
  await here.page.getByText('The first half stands.').waitFor();
  await here.page.reload();
  await here.page.getByText('The first half stands.').waitFor();
  await stopButton(here).waitFor();
  const tab = await here.context.newPage();
  await tab.goto(here.page.url());
  await tab.getByText('The first half stands.').waitFor();
  await message(here).focus();
  await here.page.keyboard.press('Escape');
  for (const page of [here.page, tab]) {
    await page.getByText('Stopped here. What was written stays.').waitFor();
    expect(await answers(page).last().getByText('The first half stands.').count()).toBe(1);
  }
});

test('a message said while Nima answers elsewhere is refused in words and stays in the field', async (t) => {
  const { stub, environment } = await aModel();
  const here = await visit(t, { environment });
  await say(here.page, 'Hello');
  const url = new URL(here.page.url());
  stub.script({ hangs: true, after: 'Slow' });
  await here.page.route('**/v1/conversations/**', (route) => route.abort());
  const busy = here.nima.api('POST', '/v1/chat', {
    messages: [{ role: 'user', content: 'From elsewhere' }],
    conversation_id: url.pathname.split('/').at(-1),
  });
  busy.catch(() => undefined);
  await expect.poll(() => stub.requests.filter(({ path }) => path.endsWith('completions')).length).toBeGreaterThan(1);
  await message(here).fill('And now here');
  await message(here).press('Enter');
  await here.page.getByText('Nima is still answering in this conversation').waitFor();
  expect(await message(here).inputValue()).toBe('And now here');
});

test('what is said differently becomes a branch, and both can be shown', async (t) => {
  const { page } = await visit(t);
  await say(page, 'I live in Porto');
  await page.getByRole('textbox', { name: 'Message' }).press('ArrowUp');
  const field = page.getByRole('textbox', { name: 'Your message' });
  await field.fill('I live in Lisbon');
  await field.press('Enter');
  await page.getByText('I live in Lisbon').first().waitFor();
  await page.getByText('2/2').first().waitFor();
  await page.getByRole('button', { name: 'Version before' }).first().click();
  await page.getByRole('article', { name: /^You/ }).getByText('I live in Porto').waitFor();
  await page.getByText('1/2').first().waitFor();
  await answers(page).last().hover();
  await page.getByRole('button', { name: 'Answer again' }).click();
  await answers(page).last().getByText('2/2').waitFor();
});

test('forgetting by chat asks first; approved it happens, and it can be taken back', async (t) => {
  const { page, nima } = await visit(t);
  const fact = await nima.api('POST', '/v1/memory/facts', { fact: 'Prefers tea in the evening' });
  await say(page, 'forget that I prefer tea in the evening');
  const card = page.getByRole('region', { name: /^removes/ });
  await card.getByText('Forget: Prefers tea in the evening').waitFor();
  await card.getByText(/asks for 4:\d\d more, then denies/).waitFor();
  await page.reload();
  await card.getByRole('button', { name: 'Approve once' }).click();
  await card.getByRole('button', { name: 'Undo' }).click();
  await card.getByText('Taken back').waitFor();
  expect((await nima.api('GET', `/v1/memory/facts/${fact.id}`)).removed_at).toBeNull();
});

test('a denial with its reason changes nothing', async (t) => {
  const { page, nima } = await visit(t);
  const fact = await nima.api('POST', '/v1/memory/facts', { fact: 'Prefers tea in the evening' });
  await say(page, 'forget that I prefer tea in the evening');
  const card = page.getByRole('region', { name: /^removes/ });
  await card.getByRole('button', { name: 'Deny' }).click();
  await card.getByRole('textbox').fill('it is still true');
  await card.getByRole('button', { name: 'Deny' }).click();
  await card.getByText('Denied: it is still true').waitFor();
  expect((await nima.api('GET', `/v1/memory/facts/${fact.id}`)).removed_at).toBeNull();
});

test('something learned in passing is forgotten and restored from its chip', async (t) => {
  const { page, nima } = await visit(t);
  await say(page, 'I live in Lisbon');
  await page.getByRole('button', { name: 'Undo, forget: Lives in Lisbon' }).click();
  const restore = page.getByRole('button', { name: 'Restore: Lives in Lisbon' });
  await restore.waitFor();
  expect((await nima.api('GET', '/v1/memory/facts')).total).toBe(0);
  await restore.click();
  await page.getByRole('button', { name: 'Undo, forget: Lives in Lisbon' }).waitFor();
  expect((await nima.api('GET', '/v1/memory/facts')).total).toBe(1);
});

test('a draft survives a reload, and a lost connection loses neither words nor page', async (t) => {
  const here = await visit(t);
  await message(here).fill('half a thought');
  await here.page.reload();
  await expect.poll(() => message(here).inputValue()).toBe('half a thought');
  await here.context.setOffline(true);
  await message(here).press('Enter');
  await here.page.getByText('No connection to Nima.').waitFor();
  await here.page.getByText('The message did not reach Nima.').waitFor();
  expect(await message(here).inputValue()).toBe('half a thought');
  await here.context.setOffline(false);
  await here.page.getByText('No connection to Nima.').waitFor({ state: 'detached' });
  await message(here).press('Enter');
  await answers(here.page).first().waitFor();
});

test('an answer that fails says so and can be tried again', async (t) => {
  const { stub, environment } = await aModel();
  const { page } = await visit(t, { environment });
  stub.script({ drops: true, after: 'It begins and ' });
  await say(page, 'Tell me something');
  stub.script({ text: 'Now whole.' });
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Now whole.').waitFor();
});

test('markdown is shown as such, HTML as text, and a link leads nowhere by script', async (t) => {
  const { stub, environment } = await aModel();
  const { page, foreign } = await visit(t, { environment });
  const text = [
    '| node | memory |\n|---|---|\n| pi-1 | 7 Gi |',
    '```sh\nkubectl get pods\n```',
    '<img src="https://elsewhere.example/x.png" onerror="alert(1)">',
    '![pixel](https://elsewhere.example/y.png) [bad](javascript:alert(1)) [good](https://good.example/)',
  ].join('\n\n');
  stub.script({ text });
  await say(page, 'Show me');
  const answer = answers(page).last();
  await answer.getByRole('cell', { name: '7 Gi' }).waitFor();
  await answer.getByRole('button', { name: 'Copy', exact: true }).waitFor();
  expect(await answer.locator('img').count()).toBe(0);
  expect(await answer.getByRole('link', { name: 'bad' }).count()).toBe(0);
  expect(await answer.getByRole('link', { name: 'good' }).getAttribute('rel')).toContain('noopener');
  expect(foreign).toEqual([]);
});

test('the keys: commands by slash, everything by Ctrl K, help by ?', async (t) => {
  const here = await visit(t);
  const { page, nima } = here;
  await nima.api('POST', '/v1/memory/facts', { fact: 'The router is in the hallway closet' });
  await message(here).pressSequentially('/rem');
  await page.getByRole('option', { name: /remember/ }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => message(here).inputValue()).toBe('Remember that ');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('router');
  await page.getByRole('option', { name: /hallway closet/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'One fact, and how it changed' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
});

test('a conversation is found by its words, renamed, and removed after asking', async (t) => {
  const { page } = await visit(t);
  await say(page, 'The backup of the photo library runs on Sundays');
  await page.getByRole('heading', { level: 1 }).getByRole('button').click();
  await page.getByRole('textbox', { name: 'Title of the conversation' }).fill('Backups');
  await page.keyboard.press('Enter');
  const rail = page.getByRole('navigation');
  await rail.getByRole('link', { name: 'Backups' }).waitFor();
  await rail.getByRole('link', { name: 'New conversation', exact: true }).click();
  await expect.poll(() => doneAnswers(page).count()).toBe(0);
  await say(page, 'Something else entirely');
  await rail.getByRole('searchbox').fill('photo library');
  await rail.getByRole('link', { name: /Something/ }).waitFor({ state: 'detached' });
  await rail.getByRole('button', { name: 'Rename or remove: Backups' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove conversation' }).click();
  await rail.getByRole('link', { name: 'Backups' }).waitFor({ state: 'detached' });
});

test('the page itself opens without a connection, and goes on when there is one', async (t) => {
  const { page, context } = await visit(t);
  await page.evaluate('navigator.serviceWorker.ready');
  await expect.poll(() => page.evaluate("caches.match('/').then(Boolean)")).toBe(true);
  await context.setOffline(true);
  await page.reload();
  await page.getByText('Nima cannot be reached. Trying again.').waitFor();
  await context.setOffline(false);
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
});
