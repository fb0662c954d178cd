/** All SQL of deliveries. A waiting row is the promise to send; the job that does it can be made anew from it. */
import { sql } from 'kysely';
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import type { Delivery } from './delivery.ts';

export interface DeliveryRow {
  id: string;
  owner: string;
  endpoint_id: string;
  event_id: string;
  type: string;
  body: string;
  state: Delivery['state'];
  attempts: number;
  status_code: number | null;
  answer: string | null;
  error: string | null;
  created_at: number;
  updated_at: number;
}

const tables = (db: Database) => sqlOf<{ webhook_deliveries: DeliveryRow }>(db);

export function deliveryOf(row: DeliveryRow): Delivery {
  const { id, endpoint_id, type, state, attempts, status_code, error, created_at, updated_at } = row;
  const times = { created_at: new Date(created_at).toISOString(), updated_at: new Date(updated_at).toISOString() };
  return { id, endpoint_id, type, state, attempts, status_code, error, ...times };
}

/** False when this event is on its way to this endpoint already. */
export async function insertDelivery(owner: string, db: Database, row: Omit<DeliveryRow, 'owner'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(db)
    .insertInto('webhook_deliveries')
    .values({ ...row, owner })
    .onConflict((conflict) => conflict.columns(['endpoint_id', 'event_id']).doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) > 0;
}

export async function findDelivery(owner: string, db: Database, id: string): Promise<DeliveryRow | null> {
  const query = tables(db).selectFrom('webhook_deliveries').selectAll().where('owner', '=', owner);
  return (await query.where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function saveDelivery(
  owner: string,
  db: Database,
  { id, ...change }: Partial<DeliveryRow> & { id: string },
): Promise<void> {
  await tables(db)
    .updateTable('webhook_deliveries')
    .set(change)
    .where('owner', '=', owner)
    .where('id', '=', id)
    .execute();
}

export interface DeliveryFilter {
  readonly endpointId?: string | undefined;
  readonly state?: Delivery['state'] | undefined;
  readonly limit: number;
}

/** Newest first. */
export function listDeliveryRows(
  owner: string,
  db: Database,
  { endpointId, state, limit }: DeliveryFilter,
): Promise<DeliveryRow[]> {
  let query = tables(db).selectFrom('webhook_deliveries').selectAll().where('owner', '=', owner);
  if (endpointId) query = query.where('endpoint_id', '=', endpointId);
  if (state) query = query.where('state', '=', state);
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** Oldest first. */
export function listWaiting(
  owner: string,
  db: Database,
  { endpointId, limit }: { endpointId?: string | undefined; limit: number },
): Promise<Pick<DeliveryRow, 'id'>[]> {
  const all = tables(db).selectFrom('webhook_deliveries').select('id').where('owner', '=', owner);
  const query = endpointId ? all.where('endpoint_id', '=', endpointId) : all;
  return query.where('state', '=', 'waiting').orderBy('id').limit(limit).execute();
}

export async function countWaiting(owner: string, db: Database, endpointId: string): Promise<number> {
  const { count } = await tables(db)
    .selectFrom('webhook_deliveries')
    .select((row) => row.fn.countAll().as('count'))
    .where('owner', '=', owner)
    .where('endpoint_id', '=', endpointId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Waiting deliveries of all owners that nobody touched since `time`. */
export function listForgotten(
  db: Database,
  { before, limit }: { before: number; limit: number },
): Promise<Pick<DeliveryRow, 'id' | 'owner'>[]> {
  return tables(db)
    .selectFrom('webhook_deliveries')
    .select(['id', 'owner'])
    .where('state', '=', 'waiting')
    .where('updated_at', '<', before)
    .orderBy('updated_at')
    .limit(limit)
    .execute();
}

/** Forgets what is over: before `time`, and of each endpoint all but the newest `kept`. */
export async function deleteOldDeliveries(db: Database, { time, kept }: { time: number; kept: number }): Promise<void> {
  const over = tables(db).deleteFrom('webhook_deliveries').where('state', '<>', 'waiting');
  await over.where('updated_at', '<', time).execute();
  const ranked = tables(db)
    .selectFrom('webhook_deliveries')
    .select('id')
    .select(sql<number>`row_number() over (partition by endpoint_id order by id desc)`.as('place'))
    .where('state', '<>', 'waiting')
    .as('ranked');
  const surplus = tables(db).selectFrom(ranked).select('ranked.id').where('ranked.place', '>', kept);
  await tables(db).deleteFrom('webhook_deliveries').where('id', 'in', surplus).execute();
}
