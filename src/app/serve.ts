/** `nima serve`: starts the server, says where it is and how to sign in, and stops it cleanly. */
import { flushCompileCache } from 'node:module';
import type { Context } from '../kernel/context.ts';
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

/** An answer to nobody, where that costs nothing and stays here: another model is not asked without a question. */
async function warmModel({ models, toolbox, signal }: Context): Promise<void> {
  if ((await models.choose()).id !== 'offline') return;
  const messages = [{ role: 'user', text: 'Hello' }] as const;
  const request = { system: '', messages, tools: toolbox.tools(), grounding: { facts: [], turns: [] } };
  for await (const _ of models.stream(request, signal));
}

/** What the first question would wait for, done while nobody asks yet: indexes, persona, language, model and its SDK. */
async function warm(nima: Nima): Promise<void> {
  const actor = await nima.actor('rest');
  if (!actor) return;
  const { signal } = new AbortController();
  const run = async (name: string, input: object) => {
    const operation = nima.host.catalog.operations.get(name);
    if (operation) await nima.host.run({ operation, input, actor, signal });
  };
  await run('memory.recall', { query: 'warm' });
  await run('persona.get', {});
  await loadSdk(nima.log);
  const ctx = nima.context(actor, signal);
  ctx.language.understand('warm');
  await warmModel(ctx);
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
