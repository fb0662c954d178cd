import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createPage } from './page.ts';

function aBuild(): string {
  const root = mkdtempSync(join(tmpdir(), 'nima-page-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const folder = join(root, 'dist');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<html>Nima</html>');
  writeFileSync(join(folder, 'assets/app-1a2b.js'), 'plain');
  writeFileSync(join(folder, 'assets/app-1a2b.js.br'), 'packed');
  writeFileSync(join(folder, '.env'), 'hidden');
  writeFileSync(join(root, 'secret.txt'), 'outside');
  return folder;
}
const headers =
  (values: Record<string, string> = {}) =>
  (name: string) =>
    values[name];
const HTML = headers({ accept: 'text/html,*/*' });

test('the page and its files are shown, hashed ones kept for good', async () => {
  const page = createPage(aBuild());
  const index = await page('/', HTML);
  expect([await index?.text(), index?.headers.get('Cache-Control')]).toEqual(['<html>Nima</html>', 'no-cache']);
  const asset = await page('/assets/app-1a2b.js', headers());
  expect(await asset?.text()).toBe('plain');
  expect(asset?.headers.get('Cache-Control')).toContain('immutable');
  expect(asset?.headers.get('Content-Type')).toContain('javascript');
});

test('what the build has packed is sent packed', async () => {
  const asset = await createPage(aBuild())('/assets/app-1a2b.js', headers({ 'accept-encoding': 'gzip, br' }));
  expect([await asset?.text(), asset?.headers.get('Content-Encoding')]).toEqual(['packed', 'br']);
});

test("an address of the page's own shows the page; a missing asset is missing", async () => {
  const page = createPage(aBuild());
  expect(await (await page('/memory/facts', HTML))?.text()).toBe('<html>Nima</html>');
  expect(await page('/memory/facts', headers({ accept: 'application/json' }))).toBeNull();
  expect(await page('/assets/gone.js', HTML)).toBeNull();
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/.env',
  '/%00',
  '/%',
])('%s leads out of the folder and shows nothing of it', async (path) => {
  expect(await createPage(aBuild())(path, headers())).toBeNull();
});

test('a browser that has the page is told so', async () => {
  const page = createPage(aBuild());
  const etag = (await page('/', HTML))?.headers.get('ETag') ?? '';
  expect((await page('/', headers({ 'if-none-match': etag })))?.status).toBe(304);
});

test('a page that is not built says so', async () => {
  expect(await (await createPage('/nowhere')('/', HTML))?.text()).toContain('not built yet');
  expect(await createPage(undefined)('/memory', HTML)).toBeNull();
});
