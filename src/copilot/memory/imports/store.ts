/** All SQL of imports: which files came in, which talks they brought, and which facts are theirs. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';

/** A talk of a file, by what it says, and the conversation it became. */
export interface ImportedTalk {
  readonly key: string;
  readonly conversation_id: string;
}

interface ImportRow {
  id: string;
  owner: string;
  format: string;
  name: string;
  content_key: string;
  talks: string;
  facts: number;
  created_at: number;
  removed_at: number | null;
}
interface Tables {
  memory_imports: ImportRow;
  memory_facts: { id: string; owner: string; metadata: string; removed_at: number | null };
}
const tables = (db: Database) => sqlOf<Tables>(db);

export type Import = Omit<ImportRow, 'owner' | 'talks'> & { talks: readonly ImportedTalk[] };

export async function insertImport(owner: string, db: Database, { talks, ...row }: Import): Promise<void> {
  await tables(db)
    .insertInto('memory_imports')
    .values({ ...row, owner, talks: JSON.stringify(talks) })
    .execute();
}

const importOf = ({ owner: _owner, talks, ...row }: ImportRow): Import => ({ ...row, talks: JSON.parse(talks) });

export async function listImports(owner: string, db: Database): Promise<Import[]> {
  const query = tables(db).selectFrom('memory_imports').selectAll().where('owner', '=', owner);
  return (await query.where('removed_at', 'is', null).execute()).map(importOf);
}

export async function findImport(owner: string, db: Database, id: string): Promise<Import | null> {
  const query = tables(db).selectFrom('memory_imports').selectAll().where('owner', '=', owner).where('id', '=', id);
  const row = await query.where('removed_at', 'is', null).executeTakeFirst();
  return row ? importOf(row) : null;
}

export async function markRemoved(owner: string, db: Database, { id, at }: { id: string; at: number }): Promise<void> {
  await tables(db)
    .updateTable('memory_imports')
    .set({ removed_at: at })
    .where('owner', '=', owner)
    .where('id', '=', id)
    .execute();
}

/** Facts a file brought that are still remembered. */
export async function factsOfImport(owner: string, db: Database, id: string): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('memory_facts')
    .select('id')
    .where('owner', '=', owner)
    .where('removed_at', 'is', null)
    .where('metadata', 'like', `%"import":"${id}"%`)
    .execute();
  return rows.map((row) => row.id);
}
