/**
 * A fresh, migrated database for one test, on the dialect of NIMA_TEST_DATABASE: a SQLite file of its own, or a copy of a
 * migrated PostgreSQL database. Gone when the test is over.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject, onTestFinished, TestRunner } from 'vitest';
import { openDatabase, type SqlDatabase } from '../../src/platform/db/database.ts';
import { type MigrationSource, migrate } from '../../src/platform/db/migrate.ts';
import { PgBossQueue } from '../../src/platform/jobs/pg-boss-queue.ts';
import { silentLog } from './log.ts';
import { type PostgresServer, startPostgres, whyNoPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the run's server with `DATABASE` in place of a name; empty when the run has none. */
    postgresUrl: string;
  }
}

const platform = join(import.meta.dirname, '../../src/platform');
export const PLATFORM_SOURCES: readonly MigrationSource[] = ['jobs', 'events', 'streams'].map((name) => ({
  name,
  folder: join(platform, name),
}));

export type Dialect = 'sqlite' | 'postgres';
export const testDialect: Dialect = process.env.NIMA_TEST_DATABASE === 'postgres' ? 'postgres' : 'sqlite';

/** Runs when the test that is running is over, or when the program ends, if none is. */
function atEnd(act: () => unknown, lastResort: () => void): void {
  try {
    onTestFinished(async () => {
      await act();
    });
  } catch {
    process.once('exit', lastResort);
  }
}

async function aSqliteFile(sources: readonly MigrationSource[]): Promise<SqlDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'nima-test-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const db = openDatabase({ url: undefined, file: join(folder, 'nima.db') });
  await migrate(db, sources, Date.now());
  atEnd(() => db.close().then(remove), remove);
  return db;
}

/** Any number no other user of the test server would pick. */
const TEMPLATE_LOCK = 0x74657374;

async function asAdministrator<T>(urlOf: PostgresServer['urlOf'], work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Migrating takes long, copying does not: the first test of these sources migrates a template for all. */
async function templateOf(client: pg.Client, sources: readonly MigrationSource[], urlOf: PostgresServer['urlOf']) {
  const name = `template_${createHash('sha1').update(JSON.stringify(sources)).digest('hex').slice(0, 12)}`;
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rows.length > 0) return name;
    await client.query(`create database ${name}_new`);
    const db = openDatabase({ url: urlOf(`${name}_new`), file: '' });
    await migrate(db, sources, Date.now());
    const queue = new PgBossQueue({ db, log: silentLog, newId: () => crypto.randomUUID(), leaseMs: 60_000 });
    await queue.open();
    await queue.close();
    await db.close();
    await client.query(`alter database ${name}_new rename to ${name}`);
    return name;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

/** The address of a fresh, migrated PostgreSQL database, gone when the test is over. */
export async function aPostgresUrl(sources: readonly MigrationSource[]): Promise<string> {
  skipWithoutPostgres();
  const urlOf = serverOfRun() ?? (await ownServer()).urlOf;
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  await asAdministrator(urlOf, async (client) => {
    const template = await templateOf(client, sources, urlOf);
    await client.query(`create database ${name} template ${template} strategy file_copy`);
  });
  atEnd(
    () => asAdministrator(urlOf, (client) => client.query(`drop database ${name} with (force)`)),
    () => undefined,
  );
  return urlOf(name);
}

async function aPostgresDatabase(sources: readonly MigrationSource[]): Promise<SqlDatabase> {
  const db = openDatabase({ url: await aPostgresUrl(sources), file: '' });
  atEnd(
    () => db.close(),
    () => undefined,
  );
  return db;
}

/** Counts the running test as skipped, with the reason; NIMA_TEST_REQUIRE=1 makes it a failure, for machines that must have it. */
function skipWithoutPostgres(): void {
  const reason = whyNoPostgres();
  if (!reason) return;
  if (process.env.NIMA_TEST_REQUIRE) throw new Error(reason);
  TestRunner.getCurrentTest()?.context.skip(reason);
}

function serverOfRun(): PostgresServer['urlOf'] | undefined {
  const url = inject('postgresUrl');
  return url ? (database) => url.replace('DATABASE', database) : undefined;
}

/** A run on SQLite starts a server only for the test that asks for one; it ends with that test's process. */
async function ownServer(): Promise<PostgresServer> {
  const holder = globalThis as { nimaTestPostgres?: Promise<PostgresServer> };
  holder.nimaTestPostgres ??= startPostgres();
  return holder.nimaTestPostgres;
}

export function aDatabase(
  sources: readonly MigrationSource[] = PLATFORM_SOURCES,
  dialect: Dialect = testDialect,
): Promise<SqlDatabase> {
  return dialect === 'postgres' ? aPostgresDatabase(sources) : aSqliteFile(sources);
}
