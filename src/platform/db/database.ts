/**
 * Opens the database (SQLite file or PostgreSQL) and gives `store.ts` files their query builder. Both dialects carry
 * times as milliseconds in a bigint, JSON as text, flags as 0 or 1, and vectors as bytes.
 */
import { Kysely, type KyselyPlugin, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from '../../kernel/context.ts';
import { databaseFailure } from './failures.ts';
import { openSqliteFile, sqliteDialect } from './sqlite-dialect.ts';

// biome-ignore lint/suspicious/noExplicitAny: each store states its own tables through `sqlOf<Tables>`.
type AnyTables = any;

export class SqlDatabase implements Database {
  readonly dialect: 'sqlite' | 'postgres';
  readonly kysely: Kysely<AnyTables>;
  readonly isTransaction: boolean;

  constructor(dialect: 'sqlite' | 'postgres', kysely: Kysely<AnyTables>, isTransaction = false) {
    this.dialect = dialect;
    this.kysely = kysely;
    this.isTransaction = isTransaction;
  }

  close(): Promise<void> {
    return this.kysely.destroy();
  }
}

/** The query builder over the tables a store names: `sqlOf<{ memory_facts: FactRow }>(db)`. */
export function sqlOf<Tables>(db: Database): Kysely<Tables> {
  if (!(db instanceof SqlDatabase)) throw new Error('This database was not opened by platform/db.');
  return db.kysely;
}

/** Runs `work` in a transaction, or in the one already open. Driver errors come out in Nima's words. */
export async function inTransaction<T>(db: Database, work: (tx: SqlDatabase) => Promise<T>): Promise<T> {
  if (!(db instanceof SqlDatabase)) throw new Error('This database was not opened by platform/db.');
  if (db.isTransaction) return work(db);
  try {
    return await db.kysely.transaction().execute((tx) => work(new SqlDatabase(db.dialect, tx, true)));
  } catch (thrown) {
    throw databaseFailure(thrown);
  }
}

export interface DatabaseOptions {
  /** `postgres://…`, or undefined for SQLite. */
  readonly url: string | undefined;
  /** SQLite file; `:memory:` is not supported, because a second connection would see another database. */
  readonly file: string;
  readonly plugins?: KyselyPlugin[];
}

/** Connections of one replica: half of PostgreSQL's default 100 stays free for others. */
const CONNECTIONS_MAX = 10;

function openPostgres(url: string): SqlDatabase {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      // 20 = int8: milliseconds and counts stay below 2^53, so a number carries them exactly.
      oid === 20 ? Number : pg.types.getTypeParser(oid, format as 'text'),
  };
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS_MAX, connectionTimeoutMillis: 5000, types });
  // A dropped idle connection is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  return new SqlDatabase('postgres', new Kysely({ dialect: new PostgresDialect({ pool }) }));
}

export function openDatabase({ url, file }: DatabaseOptions): SqlDatabase {
  if (url) return openPostgres(url);
  return new SqlDatabase('sqlite', new Kysely({ dialect: sqliteDialect(openSqliteFile(file)) }));
}
