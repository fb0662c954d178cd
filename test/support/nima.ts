/** A whole Nima for a test: assembled as in production, on the run's database, with the offline model unless said. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { type AssembleOptions, assemble, migrationSources, type Nima } from '../../src/app/assemble.ts';
import { modules } from '../../src/app/modules.ts';
import { restOf } from '../../src/app/server.ts';
import { buildCatalog } from '../../src/kernel/catalog.ts';
import type { Actor, Context } from '../../src/kernel/context.ts';
import { loadSettings } from '../../src/platform/settings/load.ts';
import { aPostgresUrl, testDialect } from './database.ts';

export interface TestNima extends Nima {
  readonly folder: string;
  readonly owner: Actor;
  readonly token: string;
  /** Runs an operation as the owner (or another actor) and returns its output. */
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into answers; their shape is checked by the pipeline.
  call(operation: string, input?: object, actor?: Actor): Promise<any>;
  /** A request to the REST face, signed in unless `headers` says otherwise. */
  request(path: string, init?: RequestInit & { json?: unknown }): Promise<Response>;
  context(actor?: Actor): Context;
}

export interface NimaOptions extends AssembleOptions {
  /** Environment on top of the test's own: `{ NIMA_MODEL_BASE_URL: … }`. */
  readonly environment?: Record<string, string>;
  /** Let jobs and events run by themselves. */
  readonly isRunning?: boolean;
}

async function openNima({ environment = {}, isRunning = false, ...options }: NimaOptions): Promise<TestNima> {
  const folder = mkdtempSync(join(tmpdir(), 'nima-test-'));
  const databaseUrl = await aDatabaseEnvironment();
  const settings = loadSettings({
    NIMA_DATA_FOLDER: folder,
    NIMA_MODEL_PROVIDER: 'offline',
    NIMA_LOG_LEVEL: 'silent',
    NIMA_SERVER_PORT: '0',
    ...databaseUrl,
    ...environment,
  });
  const nima = await assemble(settings, options);
  const owner = await nima.actor('rest');
  if (!owner) throw new Error('A new Nima has an owner.');
  const token = await nima.localToken();
  if (isRunning) nima.start();
  const { app } = restOf(nima);
  const signal = new AbortController().signal;
  return {
    ...nima,
    async close() {
      await nima.close();
      rmSync(folder, { recursive: true, force: true });
    },
    folder,
    owner,
    token,
    async call(name, input = {}, actor = owner) {
      const operation = nima.host.catalog.operations.get(name);
      if (!operation) throw new Error(`There is no operation ${name}.`);
      return nima.host.run({ operation, input, actor, signal });
    },
    async request(path, { json, headers, ...init } = {}) {
      return app.request(`http://127.0.0.1:8002${path}`, {
        ...init,
        headers: {
          Host: '127.0.0.1:8002',
          Authorization: `Bearer ${token}`,
          ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(json === undefined ? {} : { method: init.method ?? 'POST', body: JSON.stringify(json) }),
      });
    },
    context: (actor = owner) => nima.context(actor, signal),
  };
}

/** One for this test alone. */
/** The environment that puts a Nima on the run's database: a PostgreSQL of its own, or nothing for SQLite. */
export async function aDatabaseEnvironment(): Promise<Record<string, string>> {
  return testDialect === 'sqlite' ? {} : aPostgresEnvironment();
}

/** PostgreSQL, whatever the run is on: for what only several replicas show. */
export async function aPostgresEnvironment(): Promise<Record<string, string>> {
  return { DATABASE_URL: await aPostgresUrl(migrationSources(buildCatalog(modules))) };
}

export async function aNima(options: NimaOptions = {}): Promise<TestNima> {
  const nima = await openNima(options);
  onTestFinished(() => nima.close());
  return nima;
}

/** One for all tests of a file or `describe`, where none disturbs another: `const nima = sharedNima()`, then `nima().call(…)`. */
export function sharedNima(options: NimaOptions = {}): () => TestNima {
  let nima: TestNima | undefined;
  beforeAll(async () => {
    nima = await openNima(options);
  });
  afterAll(() => nima?.close());
  return () => {
    if (!nima) throw new Error('Nima is there once the tests run.');
    return nima;
  };
}

/** Everything a stream of events holds, once it ended. */
// biome-ignore lint/suspicious/noExplicitAny: as above.
export async function collect(events: AsyncIterable<any>): Promise<any[]> {
  return Array.fromAsync(events);
}
