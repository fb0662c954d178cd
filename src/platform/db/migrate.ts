/**
 * Forward-only migrations. Each module and platform room owns numbered files (`migrations/0001-facts.sql`) written once
 * for both databases; three words differ and are translated here. A database from a newer Nima is refused, untouched.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Failure } from '../../kernel/errors.ts';
import { inTransaction, type SqlDatabase, sqlOf } from './database.ts';

export interface MigrationSource {
  /** Owner of the tables: `memory`, `jobs`. */
  readonly name: string;
  /** Folder that holds `migrations/`. */
  readonly folder: string;
}

interface Migration {
  readonly source: string;
  readonly number: number;
  readonly name: string;
  readonly text: string;
}

interface MigrationTables {
  migrations: { source: string; number: number; name: string; applied_at: number };
}

const FILE_NAME = /^(\d{4})-([a-z0-9-]+)\.sql$/;
/** Any number that no other user of the database would pick: "nima" in ASCII. */
const POSTGRES_LOCK = 0x6e696d61;

function readMigrations({ name: source, folder }: MigrationSource): Migration[] {
  const path = join(folder, 'migrations');
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .sort()
    .map((file) => {
      const [, number, name] = FILE_NAME.exec(file) ?? [];
      if (!number || !name) throw new Error(`${path}/${file} is not named like 0001-facts.sql.`);
      return { source, number: Number(number), name, text: readFileSync(join(path, file), 'utf8') };
    });
}

/** SQLite's words are the source; PostgreSQL has other names for bytes, 64-bit integers and double floats. */
function translate(text: string, dialect: 'sqlite' | 'postgres'): string[] {
  const translated =
    dialect === 'sqlite'
      ? text
      : text
          .replaceAll(/\bblob\b/g, 'bytea')
          .replaceAll(/\binteger\b/g, 'bigint')
          .replaceAll(/\breal\b/g, 'double precision');
  return translated
    .replaceAll(/^--.*$/gm, '')
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter(Boolean);
}

/** Brings the schema up to date and returns the migrations applied. Safe when several replicas start at once. */
export async function migrate(db: SqlDatabase, sources: readonly MigrationSource[], now: number): Promise<string[]> {
  const known = sources.flatMap(readMigrations);
  return inTransaction(db, async (tx) => {
    const tables = sqlOf<MigrationTables>(tx);
    if (tx.dialect === 'postgres') await sql`select pg_advisory_xact_lock(${POSTGRES_LOCK})`.execute(tables);
    await sql`create table if not exists migrations (source text not null, number bigint not null, name text not null,
      applied_at bigint not null, primary key (source, number))`.execute(tables);
    const applied = await tables.selectFrom('migrations').select(['source', 'number', 'name']).execute();
    const keyOf = ({ source, number }: { source: string; number: number }) => `${source}/${number}`;
    const knownKeys = new Set(known.map(keyOf));
    const foreign = applied.find((row) => !knownKeys.has(keyOf(row)));
    if (foreign) {
      throw new Failure(
        'conflict',
        `This database was written by a newer Nima (it has ${foreign.source} ${foreign.number} "${foreign.name}"). Start that version, or restore a backup.`,
        { code: 'database_newer' },
      );
    }
    const appliedKeys = new Set(applied.map(keyOf));
    const pending = known.filter((migration) => !appliedKeys.has(keyOf(migration)));
    for (const { source, number, name, text } of pending) {
      for (const statement of translate(text, tx.dialect)) await sql.raw(statement).execute(tables);
      await tables.insertInto('migrations').values({ source, number, name, applied_at: now }).execute();
    }
    return pending.map(({ source, name }) => `${source}: ${name}`);
  });
}
