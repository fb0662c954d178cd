/** All SQL of deliveries. */
import type { Database } from '../../../../kernel/context.ts';
import { sqlOf } from '../../../../platform/db/database.ts';
import type { Delivery } from '../delivery.ts';

interface DeliveryRow {
  id: string;
  owner: string;
  alert_id: string;
  channel: string;
  state: Delivery['state'];
  attempts: number;
  error: string | null;
  created_at: number;
  updated_at: number;
}

const tables = (db: Database) => sqlOf<{ alert_deliveries: DeliveryRow }>(db);

const deliveryOf = ({ id, channel, state, attempts, error, updated_at }: DeliveryRow): Delivery => ({
  id,
  channel,
  state,
  attempts,
  error,
  updated_at: new Date(updated_at).toISOString(),
});

export async function insertDelivery(
  owner: string,
  db: Database,
  delivery: { id: string; alertId: string; channel: string; now: number },
): Promise<void> {
  const { id, alertId, channel, now } = delivery;
  const row = { id, owner, alert_id: alertId, channel, state: 'waiting', attempts: 0, error: null } as const;
  await tables(db)
    .insertInto('alert_deliveries')
    .values({ ...row, created_at: now, updated_at: now })
    .execute();
}

export async function findDelivery(owner: string, db: Database, id: string): Promise<Delivery | null> {
  const row = await tables(db)
    .selectFrom('alert_deliveries')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? deliveryOf(row) : null;
}

/** Newest first. */
export async function listDeliveries(owner: string, db: Database, alertId: string): Promise<Delivery[]> {
  const rows = await tables(db)
    .selectFrom('alert_deliveries')
    .selectAll()
    .where('owner', '=', owner)
    .where('alert_id', '=', alertId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(deliveryOf);
}

export async function updateDelivery(
  owner: string,
  db: Database,
  { id, now, ...change }: Pick<DeliveryRow, 'id' | 'state' | 'attempts' | 'error'> & { now: number },
): Promise<void> {
  await tables(db)
    .updateTable('alert_deliveries')
    .set({ ...change, updated_at: now })
    .where('owner', '=', owner)
    .where('id', '=', id)
    .execute();
}
