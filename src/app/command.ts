/** Any other `nima …`: one command, sent to the server of this data folder, or run on the folder itself when none runs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CallByName, exportTo, importFrom } from '../core/archive/index.ts';
import { createCli } from '../faces/cli/create-cli.ts';
import type { Invoke } from '../faces/cli/io.ts';
import { terminalIo } from '../faces/cli/terminal.ts';
import { remoteInvoker } from '../faces/client/remote.ts';
import { buildCatalog } from '../kernel/catalog.ts';
import { Failure } from '../kernel/errors.ts';
import { hasNoColor } from '../platform/settings/load.ts';
import type { Settings } from '../platform/settings/schema.ts';
import { assemble, firstPasswordText, type Nima, version } from './assemble.ts';
import { modules } from './modules.ts';

const PROGRAMS = [
  { name: 'serve', summary: 'Run the server: page, REST and MCP' },
  { name: 'mcp', summary: 'Speak MCP over standard input and output' },
  { name: 'export', summary: 'Take everything along: nima export <file>' },
  { name: 'import', summary: 'Bring an export in: nima import <file>' },
] as const;
/** A server of this machine answers at once or not at all. */
const PROBE_MS = 1000;

/** The server that announced itself in the data folder, if it still answers. */
async function runningServer({ data }: Settings): Promise<Invoke | null> {
  try {
    const { url } = JSON.parse(readFileSync(join(data.folder, 'server.json'), 'utf8')) as { url: string };
    const token = readFileSync(join(data.folder, 'local-token'), 'utf8').trim();
    const { ok } = await fetch(`${url}/health/live`, { signal: AbortSignal.timeout(PROBE_MS) });
    return ok ? remoteInvoker({ url, token }) : null;
  } catch {
    // No announcement, or one left behind by a server that was killed: the folder is free.
    return null;
  }
}

/** Nima inside this command, opened when first needed. */
class LocalNima {
  readonly #settings: Settings;
  readonly #tell: (text: string) => void;
  #opened: Promise<Nima> | null = null;

  constructor(settings: Settings, tell: (text: string) => void) {
    this.#settings = settings;
    this.#tell = tell;
  }

  readonly invoke: Invoke = async (operation, input, signal) => {
    this.#opened ??= this.#open();
    const nima = await this.#opened;
    const actor = await nima.actor('cli');
    if (!actor) throw new Error('There is no owner.');
    return nima.host.run({ operation, input, actor, signal });
  };

  async #open(): Promise<Nima> {
    const nima = await assemble({ ...this.#settings, log: { level: 'error' } });
    if (nima.firstPassword) this.#tell(firstPasswordText(nima.firstPassword));
    nima.start();
    return nima;
  }

  /** Finishes what the command set off, such as learning from what was said. */
  async close(): Promise<void> {
    const nima = await this.#opened?.catch(() => null);
    await nima?.settle();
    await nima?.close();
  }
}

interface Archiving {
  readonly invoke: Invoke;
  readonly local: LocalNima;
  readonly tell: (text: string) => void;
}

/** A whole archive, page by page; over the running server, or on the folder itself. */
async function archived(word: 'export' | 'import', file: string | undefined, means: Archiving): Promise<number> {
  const { invoke, local, tell } = means;
  if (!file) throw new Failure('invalid', `Say which file: nima ${word} <file>.`, { code: 'file_missing' });
  const { operations } = buildCatalog(modules);
  const call: CallByName = async (name, input) => {
    const operation = operations.get(name);
    if (!operation) throw new Error(`There is no ${name}.`);
    return invoke(operation, input as Record<string, unknown>, new AbortController().signal);
  };
  try {
    return await (word === 'export' ? exportTo : importFrom)(file, { call, tell });
  } finally {
    await local.close();
  }
}

export async function runCommand(settings: Settings, args: readonly string[]): Promise<number> {
  const io = terminalIo({ noColor: hasNoColor() });
  const server = await runningServer(settings);
  const local = new LocalNima(settings, (text) => io.stderr.write(`${text}\n`));
  // What only this machine may do (a new password) is not offered over REST, so it goes to the folder in any case.
  const invoke: Invoke = (operation, input, signal) =>
    (server && operation.offeredIn.includes('rest') ? server : local.invoke)(operation, input, signal);
  const [word, file] = args;
  if (word === 'export' || word === 'import')
    return archived(word, file, { invoke, local, tell: (text) => io.stderr.write(`${text}\n`) });
  const cli = createCli({ catalog: buildCatalog(modules), invoke, io, version: version(), programs: PROGRAMS });
  try {
    return await cli.run(args);
  } finally {
    await local.close();
  }
}
