/** SQL of many facts at once, for the import: which are known already, which ids are taken, and all rows in few statements. */
import type { Database } from '../../../../kernel/context.ts';
import { sqlOf } from '../../../../platform/db/database.ts';
import { takeRevisions } from '../../../../platform/db/revisions.ts';
import type { FactRow } from '../row.ts';
import type { Version } from '../versions/store.ts';

interface Tables {
  memory_facts: FactRow;
  memory_fact_versions: Version & { owner: string; fact_id: string };
}

/** Rows per statement: SQLite allows 32,766 parameters, and a fact has 20. */
const ROWS_PER_INSERT = 500;

const tables = (db: Database) => sqlOf<Tables>(db);

/** Of these keys, those under which a fact is remembered. */
export async function knownKeys(owner: string, db: Database, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await tables(db)
    .selectFrom('memory_facts')
    .select('same_as')
    .where('owner', '=', owner)
    .where('same_as', 'in', keys)
    .where('removed_at', 'is', null)
    .where('state', '=', 'current')
    .execute();
  return new Set(rows.map(({ same_as }) => same_as));
}

/** Of these ids, those that any fact has, whoever owns it: an id is taken once in a database. */
export async function takenIds(db: Database, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tables(db).selectFrom('memory_facts').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}

export type BatchRow = Omit<FactRow, 'owner' | 'revision' | 'removed_at'>;

/** Inserts new facts, each with its first version; call it in a transaction. */
export async function insertFacts(
  owner: string,
  db: Database,
  rows: readonly BatchRow[],
  { at, actor }: Pick<Version, 'at' | 'actor'>,
): Promise<void> {
  const last = await takeRevisions(owner, db, { table: 'memory_revisions', count: rows.length });
  const first = last - rows.length + 1;
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    const page = rows.slice(from, from + ROWS_PER_INSERT);
    const facts = page.map((row, index) => ({ ...row, owner, removed_at: null, revision: first + from + index }));
    await tables(db).insertInto('memory_facts').values(facts).execute();
    const versions = page.map(({ id, fact, category }) => ({
      owner,
      fact_id: id,
      version: 1,
      at,
      actor,
      change: 'created' as const,
      fact,
      category,
    }));
    await tables(db).insertInto('memory_fact_versions').values(versions).execute();
  }
}
