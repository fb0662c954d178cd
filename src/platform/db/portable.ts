/**
 * A table as an archive carries it: the owner's rows in the order of their key, page by page, and back. The owner, and
 * what only this database counts by (revisions), stay behind and are given anew where the rows arrive.
 */
import { type SelectQueryBuilder, sql } from 'kysely';
import { Failure } from '../../kernel/errors.ts';
import type { JsonRow, Portable } from '../../kernel/portable.ts';
import { sqlOf } from './database.ts';
import { takeRevisions } from './revisions.ts';

// biome-ignore lint/suspicious/noExplicitAny: any table; its store says which.
type AnyTables = any;
type Rows = SelectQueryBuilder<AnyTables, string, object>;

export interface PortableTable {
  readonly name: string;
  /** Columns that tell one owner's rows apart, in order; none where an owner has one row. */
  readonly key: readonly string[];
  /** Table of the counter that search follows, where the rows have a `revision`. */
  readonly revisions?: string;
  /** Rows of one page where they are large; a page is one request. */
  readonly rowsMax?: number;
  /** Leaves out what must not travel. */
  readonly only?: (rows: Rows) => Rows;
}

/** Bound parameters of one statement stay far below what either database takes. */
const ROWS_PER_INSERT = 20;
const BYTES = '$bytes';

const outward = (value: unknown): unknown =>
  value instanceof Uint8Array ? { [BYTES]: Buffer.from(value).toString('base64') } : value;

/** Refuses what no column holds, so that a forged file ends in words and not in the database. */
function inward(table: string, column: string, value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  const bytes = (value as Record<string, unknown> | undefined)?.[BYTES];
  if (typeof bytes === 'string') return Buffer.from(bytes, 'base64');
  const text = `${table}.${column} holds something no archive of Nima has.`;
  throw new Failure('invalid', text, { code: 'archive_malformed', details: { table, column } });
}

function travels({ revisions }: PortableTable, row: object): JsonRow {
  const kept = Object.entries(row).filter(([column]) => column !== 'owner' && !(revisions && column === 'revision'));
  return Object.fromEntries(kept.map(([column, value]) => [column, outward(value)])) as JsonRow;
}

async function columnsOf(db: Parameters<Portable['take']>[0]['db'], name: string): Promise<ReadonlySet<string>> {
  const tables = await sqlOf<AnyTables>(db).introspection.getTables();
  const found = tables.find((table) => table.name === name && table.schema !== 'pgboss');
  return new Set(found?.columns.map((column) => column.name));
}

export function portableTable(table: PortableTable): Portable {
  const { name, key, revisions, rowsMax = Number.POSITIVE_INFINITY, only = (rows) => rows } = table;
  return {
    name,
    async page({ owner, db }, after, rowsAsked) {
      const limit = Math.min(rowsAsked, rowsMax);
      const rows: Rows = sqlOf<AnyTables>(db).selectFrom(name).selectAll().where('owner', '=', owner).limit(limit);
      const ordered = key.reduce<Rows>((query, column) => query.orderBy(column), only(rows));
      const isNext = sql<boolean>`(${sql.join(key.map((column) => sql.ref(column)))}) > (${sql.join([...(after ?? [])])})`;
      const found = await (after && key.length > 0 ? ordered.where(isNext) : ordered).execute();
      const last = found.at(-1) as Record<string, unknown> | undefined;
      const isMore = key.length > 0 && found.length === limit && last !== undefined;
      return {
        rows: found.map((row) => travels(table, row)),
        next: isMore ? key.map((column) => last[column] as string | number) : null,
      };
    },
    async take({ owner, db }, rows) {
      const columns = await columnsOf(db, name);
      let revision = revisions
        ? (await takeRevisions(owner, db, { table: revisions, count: rows.length })) - rows.length
        : 0;
      const values = rows.map((row) => {
        const known = Object.entries(row).filter(([column]) => columns.has(column) && column !== 'owner');
        const cells = known.map(([column, value]) => [column, inward(name, column, value)]);
        return { ...Object.fromEntries(cells), owner, ...(revisions ? { revision: ++revision } : {}) };
      });
      let taken = 0;
      for (let from = 0; from < values.length; from += ROWS_PER_INSERT) {
        const { numInsertedOrUpdatedRows } = await sqlOf<AnyTables>(db)
          .insertInto(name)
          .values(values.slice(from, from + ROWS_PER_INSERT))
          // What is here already is the same row, brought before, or newer: it stays.
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        taken += Number(numInsertedOrUpdatedRows);
      }
      return taken;
    },
  };
}
