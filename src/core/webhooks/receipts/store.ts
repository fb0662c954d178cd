/** All SQL of receipts. */
import { sql } from 'kysely';
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import type { Receipt } from './receipt.ts';

export interface ReceiptRow {
  id: string;
  owner: string;
  receiver_id: string;
  message_id: string;
  type: string;
  body: string;
  received_at: number;
}

const tables = (db: Database) => sqlOf<{ webhook_receipts: ReceiptRow }>(db);

export const receiptOf = ({ id, receiver_id, message_id, type, received_at }: ReceiptRow): Receipt => ({
  ...{ id, receiver_id, message_id, type },
  is_untrusted: true,
  received_at: new Date(received_at).toISOString(),
});

export async function insertReceipt(owner: string, db: Database, row: Omit<ReceiptRow, 'owner'>): Promise<void> {
  await tables(db)
    .insertInto('webhook_receipts')
    .values({ ...row, owner })
    .execute();
}

export async function findReceipt(owner: string, db: Database, id: string): Promise<ReceiptRow | null> {
  const query = tables(db).selectFrom('webhook_receipts').selectAll().where('owner', '=', owner);
  return (await query.where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The same message, when it came before. */
export async function findMessage(
  owner: string,
  db: Database,
  { receiverId, messageId }: { receiverId: string; messageId: string },
): Promise<Pick<ReceiptRow, 'id'> | null> {
  const query = tables(db).selectFrom('webhook_receipts').select('id').where('owner', '=', owner);
  const of = query.where('receiver_id', '=', receiverId).where('message_id', '=', messageId);
  return (await of.executeTakeFirst()) ?? null;
}

/** Newest first. */
export function listReceiptRows(
  owner: string,
  db: Database,
  { receiverId, limit }: { receiverId: string | undefined; limit: number },
): Promise<ReceiptRow[]> {
  const all = tables(db).selectFrom('webhook_receipts').selectAll().where('owner', '=', owner);
  const query = receiverId ? all.where('receiver_id', '=', receiverId) : all;
  return query.orderBy('received_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

export async function countSince(
  owner: string,
  db: Database,
  { receiverId, time }: { receiverId: string; time: number },
): Promise<number> {
  const { count } = await tables(db)
    .selectFrom('webhook_receipts')
    .select((row) => row.fn.countAll().as('count'))
    .where('owner', '=', owner)
    .where('receiver_id', '=', receiverId)
    .where('received_at', '>', time)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * Forgets what came before `time`, and of each receiver all but the newest `kept`. They are more than arrive while a
 * signature holds, so that no message can come twice for being forgotten.
 */
export async function deleteOldReceipts(db: Database, { time, kept }: { time: number; kept: number }): Promise<void> {
  await tables(db).deleteFrom('webhook_receipts').where('received_at', '<', time).execute();
  const ranked = tables(db)
    .selectFrom('webhook_receipts')
    .select('id')
    .select(sql<number>`row_number() over (partition by receiver_id order by id desc)`.as('place'))
    .as('ranked');
  const surplus = tables(db).selectFrom(ranked).select('ranked.id').where('ranked.place', '>', kept);
  await tables(db).deleteFrom('webhook_receipts').where('id', 'in', surplus).execute();
}
