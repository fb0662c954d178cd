/** All SQL of conflicts. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import type { Conflict } from './conflict.ts';

export interface ConflictRow {
  id: string;
  owner: string;
  held_id: string;
  told_id: string;
  because: string;
  created_at: number;
  resolved_at: number | null;
  resolution: Conflict['resolution'];
}

const tables = (db: Database) => sqlOf<{ memory_conflicts: ConflictRow }>(db);

export async function insertConflict(owner: string, db: Database, row: Omit<ConflictRow, 'owner'>): Promise<void> {
  await tables(db)
    .insertInto('memory_conflicts')
    .values({ ...row, owner })
    .execute();
}

export async function findConflict(owner: string, db: Database, id: string): Promise<ConflictRow | null> {
  const row = await tables(db)
    .selectFrom('memory_conflicts')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function listConflictRows(
  owner: string,
  db: Database,
  { isResolved, limit }: { isResolved: boolean; limit: number },
): Promise<ConflictRow[]> {
  return tables(db)
    .selectFrom('memory_conflicts')
    .selectAll()
    .where('owner', '=', owner)
    .where('resolved_at', isResolved ? 'is not' : 'is', null)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
}

export async function updateConflict(
  owner: string,
  db: Database,
  { id, ...values }: Pick<ConflictRow, 'id' | 'resolved_at' | 'resolution'>,
): Promise<void> {
  await tables(db)
    .updateTable('memory_conflicts')
    .set(values)
    .where('owner', '=', owner)
    .where('id', '=', id)
    .execute();
}
