/**
 * Opens the database (SQLite file or PostgreSQL) and gives `store.ts` files their query builder. Both dialects carry
 * times as milliseconds in a bigint, JSON as text, flags as 0 or 1, and vectors as bytes.
 */
import { Kysely, type KyselyPlugin, PostgresDialect, sql } from 'kysely';
import type { Database } from '../../kernel/context.ts';
import { databaseFailure } from './failures.ts';
import { openSqliteFile, type SqliteConnection, sqliteDialect } from './sqlite-dialect.ts';

// biome-ignore lint/suspicious/noExplicitAny: each store states its own tables through `sqlOf<Tables>`.
type AnyTables = any;

interface Below {
  readonly connection?: SqliteConnection;
  /** The database a transaction is of. */
  readonly parent?: SqlDatabase;
}

export class SqlDatabase implements Database {
  readonly dialect: 'sqlite' | 'postgres';
  readonly kysely: Kysely<AnyTables>;
  readonly isTransaction: boolean;
  /** SQLite only: the connection under Kysely. */
  readonly #connection: SqliteConnection | undefined;
  readonly #afterCommit: (() => void)[] = [];
  /** What `once` made; shared by a database and its transactions. */
  readonly #made: Map<object, unknown>;

  constructor(kysely: Kysely<AnyTables>, { connection, parent }: Below = {}) {
    this.#connection = parent ? parent.#connection : connection;
    this.dialect = this.#connection ? 'sqlite' : 'postgres';
    this.kysely = kysely;
    this.isTransaction = parent !== undefined;
    this.#made = parent ? parent.#made : new Map();
  }

  /**
   * The connection, where a read may use it at once: within one's own transaction, or when nobody has one open. Otherwise
   * the read waits its turn behind Kysely, so that it never sees what another has not committed.
   */
  get idleConnection(): SqliteConnection | null {
    const connection = this.#connection;
    return connection && (this.isTransaction || !connection.isTransaction) ? connection : null;
  }

  /** What `make` made the first time it was asked for `key`: what a constant of a store keeps beside each database. */
  once<Made>(key: object, make: () => Made): Made {
    const known = this.#made.get(key);
    if (known !== undefined) return known as Made;
    const made = make();
    this.#made.set(key, made);
    return made;
  }

  /** Runs `act` once this transaction has committed, never if it rolls back; at once outside a transaction. */
  onCommit(act: () => void): void {
    if (this.isTransaction) this.#afterCommit.push(act);
    else act();
  }

  /** Told by `inTransaction` after the commit. */
  committed(): void {
    for (const act of this.#afterCommit.splice(0)) act();
  }

  close(): Promise<void> {
    return this.kysely.destroy();
  }
}

/** The database as this room opened it; any other is a fault of the program. */
export function opened(db: Database): SqlDatabase {
  if (db instanceof SqlDatabase) return db;
  throw new Error('This database was not opened by platform/db.');
}

/** The query builder over the tables a store names: `sqlOf<{ memory_facts: FactRow }>(db)`. */
export function sqlOf<Tables>(db: Database): Kysely<Tables> {
  return opened(db).kysely;
}

/**
 * The owner as a check beside a lookup of several ids: `where(checkedOwner, '=', owner)`. By its name alone, SQLite takes
 * the column for the narrower way in and reads every row of the owner: 150 ms of 100,000, where ten ids take 0.1 ms.
 */
export const checkedOwner = sql<string>`(owner || '')`;

export interface TransactionOptions {
  /**
   * What it writes survives `kill -9`, but a loss of power may take the last of it back: for rows that are of use for
   * minutes, or whose work is then done once more. Spares a wait for the disk, 1 to 10 ms.
   */
  readonly isRelaxed?: boolean;
}

type WorkOn<T> = (kysely: Kysely<AnyTables>) => Promise<T>;

async function transact<T>({ dialect, kysely }: SqlDatabase, work: WorkOn<T>, isRelaxed: boolean): Promise<T> {
  if (!isRelaxed) return kysely.transaction().execute(work);
  if (dialect === 'postgres') {
    return kysely.transaction().execute(async (tx) => {
      await sql`set local synchronous_commit = off`.execute(tx);
      return work(tx);
    });
  }
  return kysely.connection().execute(async (held) => {
    await sql`pragma synchronous = normal`.execute(held);
    return held
      .transaction()
      .execute(work)
      .finally(() => sql`pragma synchronous = full`.execute(held));
  });
}

/** Runs `work` in a transaction, or in the one already open. Driver errors come out in Nima's words. */
export async function inTransaction<T>(
  own: Database,
  work: (tx: SqlDatabase) => Promise<T>,
  { isRelaxed = false }: TransactionOptions = {},
): Promise<T> {
  const db = opened(own);
  if (db.isTransaction) return work(db);
  const open = async (kysely: Kysely<AnyTables>) => {
    const tx = new SqlDatabase(kysely, { parent: db });
    return { tx, answer: await work(tx) };
  };
  try {
    const { tx, answer } = await transact(db, open, isRelaxed);
    tx.committed();
    return answer;
  } catch (thrown) {
    throw databaseFailure(thrown);
  }
}

/** Runs `act` after the commit of the transaction `db` belongs to, or at once when it belongs to none. */
export function afterCommit(db: Database, act: () => void): void {
  opened(db).onCommit(act);
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

/** Loaded at the first query: a Nima on SQLite has no use for it. */
async function openPool(url: string) {
  const { default: pg } = await import('pg');
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      // 20 = int8: milliseconds and counts stay below 2^53, so a number carries them exactly.
      oid === 20 ? Number : pg.types.getTypeParser(oid, format as 'text'),
  };
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS_MAX, connectionTimeoutMillis: 5000, types });
  // A dropped idle connection is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

function openPostgres(url: string): SqlDatabase {
  return new SqlDatabase(new Kysely({ dialect: new PostgresDialect({ pool: () => openPool(url) }) }));
}

export function openDatabase({ url, file }: DatabaseOptions): SqlDatabase {
  if (url) return openPostgres(url);
  const connection = openSqliteFile(file);
  return new SqlDatabase(new Kysely({ dialect: sqliteDialect(connection) }), { connection });
}
