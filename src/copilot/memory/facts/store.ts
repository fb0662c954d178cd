/** All SQL of facts. Every change takes the owner's next revision and leaves a version, in one transaction. */
import type { Database } from '../../../kernel/context.ts';
import { checkedOwner, inTransaction, sqlOf } from '../../../platform/db/database.ts';
import { prepareQuery, readFirst } from '../../../platform/db/prepared.ts';
import { takeRevisions } from '../../../platform/db/revisions.ts';
import type { Fact } from './fact.ts';
import { COLUMNS, type FactRow, factOf } from './row.ts';

export type { FactRow } from './row.ts';

interface Tables {
  memory_facts: FactRow;
}

const tables = (db: Database) => sqlOf<Tables>(db);
/** The owner's next revision, for search to follow. */
export const nextRevision = (owner: string, db: Database): Promise<number> =>
  takeRevisions(owner, db, { table: 'memory_revisions' });

/** Makes other writers of this owner wait until the commit, so that looking for a fact and writing it are one act. */
export async function lockFacts(owner: string, db: Database): Promise<void> {
  await nextRevision(owner, db);
}

export async function insertFact(
  owner: string,
  db: Database,
  row: Omit<FactRow, 'owner' | 'revision' | 'removed_at'>,
): Promise<void> {
  await tables(db)
    .insertInto('memory_facts')
    .values({ ...row, owner, removed_at: null, revision: await nextRevision(owner, db) })
    .execute();
}

const factById = prepareQuery((db, value) =>
  tables(db)
    .selectFrom('memory_facts')
    .select(COLUMNS)
    .where('owner', '=', value('owner'))
    .where('id', '=', value('id')),
);

export const findFact = (owner: string, db: Database, id: string): Fact | null | Promise<Fact | null> =>
  readFirst(db, factById, { owner, id }, factOf);

export async function findFacts(owner: string, db: Database, ids: readonly string[]): Promise<Fact[]> {
  if (ids.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('memory_facts')
    .select(COLUMNS)
    .where(checkedOwner, '=', owner)
    .where('id', 'in', ids)
    .execute();
  return rows.map(factOf);
}

/** The fact that holds now under the same key, if any. */
export async function findSameFact(owner: string, db: Database, sameAs: string): Promise<Fact | null> {
  const row = await tables(db)
    .selectFrom('memory_facts')
    .select(COLUMNS)
    .where('owner', '=', owner)
    .where('same_as', '=', sameAs)
    .where('removed_at', 'is', null)
    .where('state', '=', 'current')
    .executeTakeFirst();
  return row ? factOf(row) : null;
}

export async function updateFactRow(
  owner: string,
  db: Database,
  change: Partial<
    Pick<
      FactRow,
      | 'fact'
      | 'same_as'
      | 'category'
      | 'source'
      | 'confidence'
      | 'subject'
      | 'attribute'
      | 'value'
      | 'state'
      | 'valid_from'
      | 'valid_to'
      | 'retired_at'
      | 'replaced_by'
      | 'metadata'
      | 'vector'
      | 'embedder'
      | 'removed_at'
      | 'trust'
    >
  > & { id: string; updated_at?: number },
): Promise<boolean> {
  const { id, ...values } = change;
  return inTransaction(db, async (tx) => {
    const { numUpdatedRows } = await tables(tx)
      .updateTable('memory_facts')
      .set({ ...values, revision: await nextRevision(owner, tx) })
      .where('owner', '=', owner)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  });
}

/** Erases, for every owner, the facts removed before a time; their versions go with them. */
export async function purgeRemoved(db: Database, removedBefore: number): Promise<number> {
  const { numDeletedRows } = await tables(db)
    .deleteFrom('memory_facts')
    .where('removed_at', '<', removedBefore)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
