/** All SQL of receivers. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import { deleteSecrets } from '../secrets/store.ts';
import type { Receiver } from './receiver.ts';

export interface ReceiverRow {
  id: string;
  owner: string;
  name: string;
  kind: Receiver['kind'];
  signing_key: string | null;
  received_at: number | null;
  created_at: number;
  removed_at: number | null;
}

const tables = (db: Database) => sqlOf<{ webhook_receivers: ReceiverRow }>(db);

export async function insertReceiver(owner: string, db: Database, row: Omit<ReceiverRow, 'owner'>): Promise<void> {
  await tables(db)
    .insertInto('webhook_receivers')
    .values({ ...row, owner })
    .execute();
}

export async function saveReceiver(
  owner: string,
  db: Database,
  { id, ...change }: Partial<ReceiverRow> & { id: string },
): Promise<void> {
  await tables(db)
    .updateTable('webhook_receivers')
    .set(change)
    .where('owner', '=', owner)
    .where('id', '=', id)
    .execute();
}

export async function findReceiver(owner: string, db: Database, id: string): Promise<ReceiverRow | null> {
  const query = tables(db).selectFrom('webhook_receivers').selectAll().where('owner', '=', owner);
  return (await query.where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Takes the row until the commit. */
export async function lockReceiver(owner: string, db: Database, id: string): Promise<ReceiverRow | null> {
  await saveReceiver(owner, db, { id, owner });
  return findReceiver(owner, db, id);
}

/** Whoever's it is: a message names its receiver, and the receiver its owner. */
export async function findAddressed(db: Database, id: string): Promise<ReceiverRow | null> {
  const query = tables(db).selectFrom('webhook_receivers').selectAll().where('id', '=', id);
  return (await query.where('removed_at', 'is', null).executeTakeFirst()) ?? null;
}

/** Newest first. */
export function listReceiverRows(
  owner: string,
  db: Database,
  { isRemoved, limit }: { isRemoved: boolean; limit: number },
): Promise<ReceiverRow[]> {
  return tables(db)
    .selectFrom('webhook_receivers')
    .selectAll()
    .where('owner', '=', owner)
    .where('removed_at', isRemoved ? 'is not' : 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Receivers of all owners, with what they received and their secrets, that were removed before `time`. */
export async function deleteRemovedReceivers(db: Database, time: number): Promise<void> {
  const gone = await tables(db).selectFrom('webhook_receivers').select('id').where('removed_at', '<', time).execute();
  await deleteSecrets(
    db,
    gone.map(({ id }) => id),
  );
  await tables(db).deleteFrom('webhook_receivers').where('removed_at', '<', time).execute();
}
