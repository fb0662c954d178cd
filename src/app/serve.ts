/** `nima serve`: starts the server, says where it is and how to sign in, and stops it cleanly. */
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

/** Searching once builds the indexes, so that the first question does not wait for them. */
async function warm(nima: Nima): Promise<void> {
  const actor = await nima.actor('rest');
  const operation = nima.host.catalog.operations.get('memory.recall');
  if (!actor || !operation) return;
  await nima.host.run({ operation, input: { query: 'warm' }, actor, signal: new AbortController().signal });
}

export async function runServer(settings: Settings): Promise<number> {
  const nima = await assemble(settings);
  await nima.localToken();
  const server = await startServer(nima).catch(async (thrown: unknown) => {
    await nima.close();
    throw thrown;
  });
  console.log(await greeting(nima, server.url));
  setImmediate(() => warm(nima).catch((cause: unknown) => nima.log.warn('search was not warmed', { cause })));
  const stop = Promise.withResolvers<void>();
  process.once('SIGINT', stop.resolve);
  process.once('SIGTERM', stop.resolve);
  await stop.promise;
  await server.stop();
  return 0;
}
