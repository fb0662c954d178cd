import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const DIST = join(import.meta.dirname, '../../web/dist');
/** What a phone fetches from a Pi before it can show anything. */
const SHELL_BYTES_MAX = 130_000;

const packed = (path: string): number => gzipSync(readFileSync(join(DIST, path)), { level: 9 }).length;

function builtPage(skip: (reason: string) => never): string {
  const index = join(DIST, 'index.html');
  if (existsSync(index)) return readFileSync(index, 'utf8');
  const reason = 'the page is not built: npm run build:web';
  if (process.env.NIMA_TEST_REQUIRE) throw new Error(reason);
  console.warn(`Skipped: ${reason}.`);
  return skip(reason);
}

test('the scripts that open the page stay under 130 kB', ({ skip }) => {
  const index = builtPage(skip);
  const scripts = [...index.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map(([, path = '']) => path);
  const bytes = scripts.map(packed).reduce((sum, size) => sum + size, 0);
  console.log(`Page shell: ${(bytes / 1000).toFixed(1)} kB gzip in ${scripts.length} scripts.`);
  expect(scripts.length).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(SHELL_BYTES_MAX);
});

test('no script or style of the page stands inside its HTML, and nothing is asked of another host', ({ skip }) => {
  const index = builtPage(skip);
  expect(index).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=/);
  expect(index).not.toMatch(/(?:src|href)="(?!\/)/);
});
