/** `nima serve`: starts the server, says where it is and how to sign in, and stops it cleanly. */
import { flushCompileCache } from 'node:module';
import { loadSdk } from '../platform/llm/vendor-kit.ts';
import type { Settings } from '../platform/settings/schema.ts';
import { assemble, firstPasswordText, type Nima, webFolder } from './assemble.ts';
import { startServer } from './server.ts';

async function greeting(nima: Nima, url: string): Promise<string> {
  const page = webFolder() ? url : `${url}  (the page is not built; "make run" builds it)`;
  const signIn = nima.firstPassword
    ? firstPasswordText(nima.firstPassword)
    : 'with your password; "nima users password reset" makes a new one';
  return [
    `Nima ${nima.host.version}`,
    `  Page      ${page}`,
    `  Sign in   ${signIn}`,
    `  API       ${url}/docs`,
    `  Data      ${nima.settings.database.url ? 'PostgreSQL' : nima.settings.data.folder}`,
    '  Stop      Ctrl+C',
  ].join('\n');
}

/** What the first question would wait for, done while nobody asks yet: the indexes, the language, the models' SDK. */
async function warm(nima: Nima): Promise<void> {
  const actor = await nima.actor('rest');
  const operation = nima.host.catalog.operations.get('memory.recall');
  if (!actor || !operation) return;
  const { signal } = new AbortController();
  await nima.host.run({ operation, input: { query: 'warm' }, actor, signal });
  await loadSdk(nima.log);
  nima.context(actor, signal).language.understand('warm');
  // Also after `kill -9` the next start finds what this one compiled.
  flushCompileCache();
}

export async function runServer(settings: Settings): Promise<number> {
  const nima = await assemble(settings);
  await nima.localToken();
  const server = await startServer(nima).catch(async (thrown: unknown) => {
    await nima.close();
    throw thrown;
  });
  console.log(await greeting(nima, server.url));
  setImmediate(() => warm(nima).catch((cause: unknown) => nima.log.warn('not warmed', { cause })));
  const stop = Promise.withResolvers<void>();
  process.once('SIGINT', stop.resolve);
  process.once('SIGTERM', stop.resolve);
  await stop.promise;
  await server.stop();
  return 0;
}
