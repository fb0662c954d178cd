/**
 * Kysely on Node's own SQLite: one connection, prepared statements kept, WAL with FULL sync so that an acknowledged
 * write survives `kill -9` and power loss. Calls are synchronous underneath; Kysely's mutex keeps transactions apart.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/** Enough for every distinct query of the program; beyond it the oldest are prepared again. */
const STATEMENTS_MAX = 400;

type Row = Record<string, unknown>;

interface Prepared {
  readonly statement: StatementSync;
  /** Names of what a row holds; none when there are no rows. */
  readonly columns: readonly string[];
  readonly rowOf: (values: readonly unknown[]) => Row;
}

/**
 * Writes out, as code, the object literal of one statement's rows: V8 then makes a row in one piece, of one shape. Node's
 * own row objects are dictionaries, and a loop that fills in names costs 1 µs a row. Names are quoted, never code.
 */
function rowMaker(columns: readonly string[]): Prepared['rowOf'] {
  const members = columns.map((name, at) => `${JSON.stringify(name)}: values[${at}]`);
  return new Function('values', `return { ${members.join(', ')} };`) as Prepared['rowOf'];
}

export class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, Prepared>();
  /** Reads at once in this turn of the event loop. */
  #reads = 0;
  #isSharing = false;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** True while somebody changes rows; reads that share a transaction are in nobody's way. */
  get isTransaction(): boolean {
    return !this.#isSharing && this.#database.isTransaction;
  }

  close(): void {
    this.#endSharing();
    this.#database.close();
  }

  /** The first row, at once: whoever asks knows that no other transaction is open here. */
  firstRow(sql: string, values: readonly unknown[]): Row | undefined {
    this.#share();
    const { statement, rowOf } = this.#prepare(sql);
    const row = statement.get(...(values as SQLInputValue[])) as unknown[] | undefined;
    return row && rowOf(row);
  }

  /**
   * From the second read of a turn on, all until its end see one state of the database: SQLite takes its lock and looks
   * for news once, not each time, which is a third of a look-up. Requests that arrive together are read together.
   */
  #share(): void {
    if (this.#reads === 0) setImmediate(this.#endTurn);
    this.#reads += 1;
    if (this.#reads !== 2 || this.#database.isTransaction) return;
    this.#prepare('begin').statement.run();
    this.#isSharing = true;
  }

  #endSharing(): void {
    if (!this.#isSharing) return;
    this.#isSharing = false;
    // A read that failed (a bad disk) may have ended it by itself; a commit would then fail behind everybody's back.
    if (this.#database.isTransaction) this.#prepare('commit').statement.run();
  }

  readonly #endTurn = (): void => {
    this.#reads = 0;
    this.#endSharing();
  };

  #prepare(sql: string): Prepared {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    const columns = statement.columns().map(({ name }) => name);
    if (columns.length > 0) statement.setReturnArrays(true);
    const prepared = { statement, columns, rowOf: rowMaker(columns) };
    if (this.#statements.size >= STATEMENTS_MAX) {
      const [oldest] = this.#statements.keys();
      if (oldest !== undefined) this.#statements.delete(oldest);
    }
    this.#statements.set(sql, prepared);
    return prepared;
  }

  executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    this.#endSharing();
    const { statement, columns, rowOf } = this.#prepare(sql);
    const values = parameters as SQLInputValue[];
    if (columns.length > 0) {
      const rows = statement.all(...values) as unknown as unknown[][];
      return Promise.resolve({ rows: rows.map(rowOf) as R[] });
    }
    const { changes, lastInsertRowid } = statement.run(...values);
    return Promise.resolve({
      rows: [],
      numAffectedRows: BigInt(changes),
      insertId: BigInt(lastInsertRowid),
    });
  }

  // biome-ignore lint/correctness/useYield: Nima pages by key instead of streaming rows; Kysely asks for the method.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('SQLite rows are paged by key, not streamed.');
  }
}

class SqliteDriver implements Driver {
  readonly #connection: SqliteConnection;
  #tail: Promise<void> = Promise.resolve();
  #release: (() => void) | null = null;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  async init(): Promise<void> {}

  /** One holder at a time: a statement by itself, or a whole transaction. */
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#tail;
    const turn = Promise.withResolvers<void>();
    this.#tail = turn.promise;
    await before;
    this.#release = turn.resolve;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release?.();
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A full disk rolls back by itself; a second rollback would hide that error behind its own.
    if (this.#connection.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    this.#connection.close();
  }
}

export function openSqliteFile(path: string): SqliteConnection {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true });
  // 5 s: long enough for another process's commit, short enough to tell a person something is stuck.
  database.exec('pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = full;');
  // What is deleted is overwritten, so that erased words do not lie in free space.
  database.exec('pragma secure_delete = on;');
  database.exec('pragma cache_size = -16000; pragma temp_store = memory;');
  return new SqliteConnection(database);
}

export function sqliteDialect(connection: SqliteConnection): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new SqliteDriver(connection),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    // biome-ignore lint/suspicious/noExplicitAny: Kysely's own signature.
    createIntrospector: (kysely: Kysely<any>) => new SqliteIntrospector(kysely),
  };
}
