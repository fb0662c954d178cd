/** All SQL of alerts. A key has one alert until it is resolved; the unique index holds even between replicas. */
import type { Database } from '../../kernel/context.ts';
import { sqlOf } from '../../platform/db/database.ts';
import type { Alert } from './alert.ts';

export interface AlertRow {
  id: string;
  owner: string;
  kind: Alert['kind'];
  rule: string;
  subject: string;
  severity: Alert['severity'];
  key: string;
  text: string;
  because: string;
  stop: string;
  link: string | null;
  state: Alert['state'];
  count: number;
  telling: Alert['telling'];
  tell_at: number;
  told_at: number | null;
  created_at: number;
  updated_at: number;
}

const tables = (db: Database) => sqlOf<{ alerts: AlertRow }>(db);
const iso = (ms: number): string => new Date(ms).toISOString();

export function alertOf({ owner: _owner, key: _key, told_at, ...row }: AlertRow): Alert {
  return {
    ...row,
    tell_at: iso(told_at ?? row.tell_at),
    created_at: iso(row.created_at),
    updated_at: iso(row.updated_at),
  };
}

export async function insertAlert(owner: string, db: Database, row: Omit<AlertRow, 'owner'>): Promise<void> {
  await tables(db)
    .insertInto('alerts')
    .values({ ...row, owner })
    .execute();
}

export async function updateAlert(
  owner: string,
  db: Database,
  { id, ...change }: Partial<AlertRow> & { id: string },
): Promise<void> {
  await tables(db).updateTable('alerts').set(change).where('owner', '=', owner).where('id', '=', id).execute();
}

export async function findAlert(owner: string, db: Database, id: string): Promise<Alert | null> {
  const row = await tables(db)
    .selectFrom('alerts')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? alertOf(row) : null;
}

/** The alert of this key that is not resolved. */
export async function findByKey(owner: string, db: Database, key: string): Promise<AlertRow | null> {
  const row = await tables(db)
    .selectFrom('alerts')
    .selectAll()
    .where('owner', '=', owner)
    .where('key', '=', key)
    .where('state', '<>', 'resolved')
    .executeTakeFirst();
  return row ?? null;
}

export interface AlertFilter {
  readonly state?: Alert['state'] | undefined;
  readonly kind?: Alert['kind'] | undefined;
  readonly rule?: string | undefined;
}

export async function listAlertRows(
  owner: string,
  db: Database,
  page: AlertFilter & { limit: number; before?: { updatedAt: number; id: string } | undefined },
): Promise<Alert[]> {
  const { state, kind, rule, limit, before } = page;
  let query = tables(db).selectFrom('alerts').selectAll().where('owner', '=', owner);
  if (state) query = query.where('state', '=', state);
  if (kind) query = query.where('kind', '=', kind);
  if (rule) query = query.where('rule', '=', rule);
  if (before) {
    query = query.where((row) =>
      row.or([
        row('updated_at', '<', before.updatedAt),
        row.and([row('updated_at', '=', before.updatedAt), row('id', '<', before.id)]),
      ]),
    );
  }
  const rows = await query.orderBy('updated_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(alertOf);
}

/** The alert told last. */
export async function findToldLast(owner: string, db: Database): Promise<Alert | null> {
  const row = await tables(db)
    .selectFrom('alerts')
    .selectAll()
    .where('owner', '=', owner)
    .where('telling', '=', 'told')
    .orderBy('told_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? alertOf(row) : null;
}

/** How many nudges, of one rule or all, were told or wait to be told between two times. */
export async function countNudges(
  owner: string,
  db: Database,
  { from, to, rule }: { from: number; to: number; rule?: string },
): Promise<number> {
  const nudges = tables(db)
    .selectFrom('alerts')
    .select((row) => row.fn.countAll().as('count'))
    .where('owner', '=', owner)
    .where('kind', '=', 'nudge')
    .where('telling', 'in', ['told', 'waiting'])
    .where('tell_at', '>=', from)
    .where('tell_at', '<', to);
  const { count } = await (rule === undefined ? nudges : nudges.where('rule', '=', rule)).executeTakeFirstOrThrow();
  return Number(count);
}

/** `waiting` → `told`, once; null when it was told before, or no longer needs to be. */
export async function markTold(owner: string, db: Database, id: string, now: number): Promise<Alert | null> {
  const row = await tables(db)
    .updateTable('alerts')
    .set({ telling: 'told', told_at: now })
    .where('owner', '=', owner)
    .where('id', '=', id)
    .where('telling', '=', 'waiting')
    .where('state', '=', 'open')
    .where('tell_at', '<=', now)
    .returningAll()
    .executeTakeFirst();
  return row ? alertOf(row) : null;
}

/** Alerts of all owners whose time to be told has come. */
export function listDue(db: Database, now: number, limit: number): Promise<{ id: string; owner: string }[]> {
  return tables(db)
    .selectFrom('alerts')
    .select(['id', 'owner'])
    .where('telling', '=', 'waiting')
    .where('state', '=', 'open')
    .where('tell_at', '<=', now)
    .orderBy('tell_at')
    .limit(limit)
    .execute();
}

/** Forgets alerts of all owners: what was dealt with before `handledBefore`, and anything untouched since `anyBefore`. */
export async function deleteOld(db: Database, handledBefore: number, anyBefore: number): Promise<void> {
  await tables(db)
    .deleteFrom('alerts')
    .where((row) =>
      row.or([
        row('updated_at', '<', anyBefore),
        row.and([row('updated_at', '<', handledBefore), row('state', '<>', 'open')]),
      ]),
    )
    .execute();
}
