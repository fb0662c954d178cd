/** One PostgreSQL for the whole run, when NIMA_TEST_DATABASE=postgres asks for it. */
import type { TestProject } from 'vitest/node';
import { startPostgres, whyNoPostgres } from './postgres.ts';

export async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
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
