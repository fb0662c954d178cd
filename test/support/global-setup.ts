/** What all tests share: the language learned once, and one PostgreSQL when NIMA_TEST_DATABASE=postgres asks for it. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres, whyNoPostgres } from './postgres.ts';

export async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  // Else the first test of each worker would learn it, for longer than a test may take.
  execFileSync(process.execPath, [join(import.meta.dirname, '../../tools/learn-language.ts')], { stdio: 'inherit' });
  provide('postgresUrl', '');
  if (process.env.NIMA_TEST_DATABASE !== 'postgres') return undefined;
  const reason = whyNoPostgres();
  if (reason) {
    // `aDatabase` skips each test that needs it, or fails it where NIMA_TEST_REQUIRE says so.
    console.warn(`Tests on PostgreSQL are skipped: ${reason}.`);
    return undefined;
  }
  const server = await startPostgres();
  provide('postgresUrl', server.urlOf('DATABASE'));
  return () => server.stop();
}
