import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { doneAnswers, PHONE, say, visits } from './browser.ts';

const visit = visits();
const PICTURE = readFileSync(join(import.meta.dirname, '../../web/public/icon-192.png'));

/** What a browser does when a picture is pasted into the field and a table dropped on the page. */
const PASTE_AND_DROP = `{
  const about = { bubbles: true, cancelable: true };
  const pasted = new DataTransfer();
  pasted.items.add(new File([new Uint8Array([${[...PICTURE].join(',')}])], 'circle.png', { type: 'image/png' }));
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, ...about }));
  const dropped = new DataTransfer();
  dropped.items.add(new File(['a,b\\n1,2'], 'table.csv', { type: 'text/csv' }));
  window.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, ...about }));
}`;

test('files are pasted, dropped and chosen, seen before they go, and stay with what was said', async (t) => {
  const { page, nima, errors } = await visit(t);
  const message = page.getByRole('textbox', { name: 'Message' });
  await page.getByLabel('Files for the message').setInputFiles([
    { name: 'boat.md', mimeType: 'text/markdown', buffer: Buffer.from('The mooring costs 40 euros.') },
    { name: 'not.png', mimeType: 'image/png', buffer: Buffer.from('this is no picture') },
  ]);
  const files = page.getByRole('list', { name: 'Files of this message' });
  await files.getByText('27 B').waitFor();
  await files.getByText('not.png is not a picture Nima can show').waitFor();
  await files.getByRole('button', { name: 'Take out not.png' }).click();
  await message.focus();
  await page.evaluate(PASTE_AND_DROP);
  await files.getByText('circle.png').waitFor();
  await files.getByRole('button', { name: 'Take out table.csv' }).click();
  await expect.poll(() => files.getByRole('listitem').count()).toBe(2);
  await say(page, 'What does the mooring cost?');
  const said = page.getByRole('article', { name: /^You/ });
  await said.getByRole('button', { name: 'Open circle.png' }).locator('img').waitFor();
  await page.reload();
  await said.getByRole('button', { name: 'Open boat.md' }).click();
  await page.getByRole('dialog', { name: 'boat.md' }).getByText('The mooring costs 40 euros.').waitFor();
  expect((await nima.api('GET', '/v1/attachments')).attachments).toHaveLength(2);
  expect(errors).toEqual([]);
});

test('a private talk says so from its first word to its last, and leaves nothing behind', async (t) => {
  const { page, nima } = await visit(t, { size: PHONE });
  await page.getByRole('switch', { name: 'Private chat' }).click();
  await page.getByText('Nothing of this talk is remembered').waitFor();
  await say(page, 'I live in Lisbon');
  await page.getByText('Private: nothing of this is remembered; it goes').waitFor();
  await page.reload();
  await page.getByText('Private: nothing of this is remembered; it goes').waitFor();
  expect((await nima.api('GET', '/v1/memory/facts')).total).toBe(0);
});

test('the window of the model is a ring that opens to what would be sent, and an answer is forked and exported', async (t) => {
  const { page } = await visit(t);
  await say(page, 'My cluster is called ElderTree');
  await page.getByRole('button', { name: /^Window of the model: \d+ % full$/ }).click();
  await page.getByText('This talk', { exact: true }).waitFor();
  await page.getByText(/\d of [\d,]+ tokens/).waitFor();
  await page.getByText('Read it').click();
  await page.getByRole('region', { name: 'What would be sent' }).getByText('ElderTree').first().waitFor();
  await page.keyboard.press('Escape');

  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'More of this conversation' }).click();
  await page.getByRole('menuitem', { name: 'Export as Markdown' }).click();
  expect(readFileSync(await (await waiting).path(), 'utf8')).toContain('My cluster is called ElderTree');

  const { pathname } = new URL(page.url());
  await doneAnswers(page).last().hover();
  await page.getByRole('button', { name: 'Go another way from here' }).click();
  await page.waitForURL((url) => url.pathname !== pathname && url.pathname.startsWith('/talk/'));
  await page.getByRole('article', { name: /^You/ }).getByText('My cluster is called ElderTree').waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.waitForURL((url) => url.pathname === pathname);
});

test('an at sign completes the packs, by keys alone', async (t) => {
  const { page } = await visit(t);
  const message = page.getByRole('textbox', { name: 'Message' });
  await message.fill('what says @tech');
  await page.getByRole('option', { name: /@technical/ }).waitFor();
  await message.press('Enter');
  expect(await message.inputValue()).toBe('what says @technical ');
});
