/** All SQL of the kill switch: one row for each owner who stopped everything. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';

export interface Halt {
  readonly reason: string | null;
  /** Who stopped: `person/rest`. */
  readonly actor: string;
  readonly since: number;
}

interface HaltRow extends Halt {
  readonly owner: string;
}

const tables = (db: Database) => sqlOf<{ approvals_halts: HaltRow }>(db);

export async function findHalt(owner: string, db: Database): Promise<Halt | null> {
  const row = await tables(db).selectFrom('approvals_halts').selectAll().where('owner', '=', owner).executeTakeFirst();
  return row ?? null;
}

/** False when everything was stopped before; the first reason stays. */
export async function insertHalt(owner: string, db: Database, halt: Halt): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(db)
    .insertInto('approvals_halts')
    .values({ owner, ...halt })
    .onConflict((conflict) => conflict.column('owner').doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** False when nothing was stopped. */
export async function deleteHalt(owner: string, db: Database): Promise<boolean> {
  const { numDeletedRows } = await tables(db)
    .deleteFrom('approvals_halts')
    .where('owner', '=', owner)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
