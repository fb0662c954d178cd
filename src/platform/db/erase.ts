/**
 * Takes words out of everything a person has in the database: each text column of each table, words inside JSON included.
 * It asks the database for its tables instead of keeping a list, so that no room can be forgotten. `compact` then leaves
 * nothing of them in free pages either.
 */
import { sql } from 'kysely';
import type { Database } from '../../kernel/context.ts';
import { opened, type SqlDatabase, sqlOf } from './database.ts';

/** Stands where a sentence stood. */
export const ERASED = '[erased]';

// biome-ignore lint/suspicious/noExplicitAny: tables are found while running; none is known to the compiler.
type AnyTables = any;

/** Tables without an owner column, and where their rows say whose they are. */
const OWNED_BY_JSON: ReadonlyMap<string, string> = new Map([
  ['outbox_events', 'payload'],
  ['jobs', 'input'],
]);
export interface Erasing {
  readonly owner: string;
  /** Words or sentences that must not remain; case does not matter. */
  readonly terms: readonly string[];
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Finds a term as whole words: "Ana" is not in "banana". */
export function termPattern(terms: readonly string[]): RegExp {
  const longestFirst = terms.toSorted((a, b) => b.length - a.length).map(escaped);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${longestFirst.join('|')})(?![\p{L}\p{N}])`, 'iu');
}

/** The text without each sentence that holds a term. */
export function withoutTerms(text: string, pattern: RegExp): string {
  if (!pattern.test(text)) return text;
  const kept = text
    .split(/((?<=[.!?…])\s+|\n+)/)
    .map((part) => (pattern.test(part) ? ERASED : part))
    .join('');
  // A term over several sentences is in none of them.
  return pattern.test(kept) ? ERASED : kept;
}

function withoutTermsInJson(value: unknown, pattern: RegExp): unknown {
  if (typeof value === 'string') return withoutTerms(value, pattern);
  if (Array.isArray(value)) return value.map((one) => withoutTermsInJson(one, pattern));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [withoutTerms(key, pattern), withoutTermsInJson(one, pattern)]),
  );
}

/** A cell, read as JSON where it is. */
function cleaned(cell: string, pattern: RegExp): string {
  if (!/^\s*[[{"]/.test(cell)) return withoutTerms(cell, pattern);
  try {
    return JSON.stringify(withoutTermsInJson(JSON.parse(cell), pattern));
  } catch {
    return withoutTerms(cell, pattern);
  }
}

/** As the database may hold a term: as said, in lower case, and as JSON writes it. */
const spellings = (terms: readonly string[]): string[] => [
  ...new Set(terms.flatMap((term) => [term, term.toLowerCase(), JSON.stringify(term).slice(1, -1)])),
];

interface Table {
  readonly name: string;
  readonly texts: readonly string[];
  readonly isOwned: boolean;
}

async function tablesOf(db: SqlDatabase): Promise<Table[]> {
  const tables = await db.kysely.introspection.getTables();
  return tables
    .filter(({ isView, schema, name }) => !isView && schema !== 'pgboss' && !/^sqlite_|migration/.test(name))
    .map(({ name, columns }) => ({
      name,
      texts: columns.filter(({ dataType }) => /text|char/i.test(dataType)).map((column) => column.name),
      isOwned: columns.some((column) => column.name === 'owner'),
    }));
}

function matching(db: SqlDatabase, { name, texts, isOwned }: Table, { owner, terms }: Erasing) {
  const row = db.dialect === 'sqlite' ? sql<string>`rowid` : sql<string>`ctid::text`;
  let query = sqlOf<AnyTables>(db).selectFrom(name).selectAll().select(row.as('row_address'));
  if (isOwned) query = query.where('owner', '=', owner);
  return query.where(({ eb, or, fn }: AnyTables) =>
    or(
      texts.flatMap((column) =>
        spellings(terms).map((term) =>
          eb(fn('lower', [column]), 'like', `%${term.toLowerCase().replaceAll(/[%_\\]/g, '_')}%`),
        ),
      ),
    ),
  );
}

function isTheirs(row: Record<string, unknown>, { name, isOwned }: Table, owner: string): boolean {
  if (isOwned) return true;
  const column = OWNED_BY_JSON.get(name);
  if (!column) return false;
  try {
    return (JSON.parse(String(row[column])) as { owner?: unknown }).owner === owner;
  } catch {
    return false;
  }
}

async function eraseIn(db: SqlDatabase, table: Table, erasing: Erasing): Promise<string[]> {
  const pattern = termPattern(erasing.terms);
  const rows: Record<string, unknown>[] = await matching(db, table, erasing).execute();
  const changes = rows.flatMap((row) => {
    const changed = table.texts.filter((column) => {
      const cell = row[column];
      return typeof cell === 'string' && column !== 'owner' && cleaned(cell, pattern) !== cell;
    });
    if (changed.length === 0 || !isTheirs(row, table, erasing.owner)) return [];
    const values = Object.fromEntries(changed.map((column) => [column, cleaned(String(row[column]), pattern)]));
    return [{ id: String(row.id ?? ''), address: row.row_address, values }];
  });
  for (const { address, values } of changes) {
    const at = db.dialect === 'sqlite' ? sql<boolean>`rowid = ${address}` : sql<boolean>`ctid = ${address}::tid`;
    await sqlOf<AnyTables>(db).updateTable(table.name).set(values).where(at).execute();
  }
  return changes.map(({ id }) => id);
}

/** Finished jobs of PostgreSQL's queue keep their input for a while. */
async function eraseQueue(db: SqlDatabase, { owner, terms }: Erasing): Promise<void> {
  const { rows } = await sql<{ found: string | null }>`select to_regclass('pgboss.job')::text as found`.execute(
    db.kysely,
  );
  if (!rows[0]?.found) return;
  for (const term of spellings(terms)) {
    await sql`delete from pgboss.job where state in ('completed', 'cancelled', 'failed')
      and data->>'owner' = ${owner} and position(lower(${term}) in lower(data::text)) > 0`.execute(db.kysely);
  }
}

/** Ids of the rows changed, by table; empty ids where rows have none. Call it in a transaction. */
export async function eraseWords(own: Database, erasing: Erasing): Promise<ReadonlyMap<string, readonly string[]>> {
  const db = opened(own);
  const changed = new Map<string, readonly string[]>();
  if (erasing.terms.length === 0) return changed;
  for (const table of await tablesOf(db)) {
    if (table.texts.length === 0 || (!table.isOwned && !OWNED_BY_JSON.has(table.name))) continue;
    const ids = await eraseIn(db, table, erasing);
    if (ids.length > 0) changed.set(table.name, ids);
  }
  if (db.dialect === 'postgres') await eraseQueue(db, erasing);
  return changed;
}

/**
 * Rewrites the database so that nothing erased is left in free pages, and empties the write-ahead log. Takes about a
 * second for 100 MB, in which SQLite answers nobody. PostgreSQL's own log and backups forget as they are recycled.
 */
export async function compact(own: Database): Promise<void> {
  const db = opened(own);
  if (db.dialect === 'sqlite') {
    await sql`vacuum`.execute(db.kysely);
    await sql`pragma wal_checkpoint(truncate)`.execute(db.kysely);
    return;
  }
  for (const { name } of await tablesOf(db)) await sql`vacuum full ${sql.table(name)}`.execute(db.kysely);
}
