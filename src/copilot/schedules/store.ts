/** All SQL of schedules. `next_at` is moved by a compare-and-set, so that of several replicas one fires. */
import type { Database } from '../../kernel/context.ts';
import { sqlOf } from '../../platform/db/database.ts';
import type { Schedule } from './schedule.ts';
import { sayTrigger } from './trigger/say-when.ts';

export interface ScheduleRow {
  id: string;
  owner: string;
  title: string;
  trigger_kind: Schedule['trigger'];
  said: string | null;
  cron: string | null;
  at: number | null;
  time_zone: string;
  event: string | null;
  filter: string | null;
  action_kind: Schedule['action'];
  operation: string | null;
  input: string;
  words: string | null;
  consent: Schedule['consent'];
  consent_hash: string;
  permissions: string;
  catch_up: Schedule['catch_up'];
  state: Schedule['state'];
  next_at: number | null;
  conversation_id: string | null;
  /** The row before the last update, as JSON, so that it can be taken back. */
  previous: string | null;
  created_at: number;
  updated_at: number;
  removed_at: number | null;
}

const tables = (db: Database) => sqlOf<{ schedules: ScheduleRow }>(db);
const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

export function scheduleOf(row: ScheduleRow): Schedule {
  const { id, title, trigger_kind, said, cron, at, time_zone, event, action_kind, operation, words } = row;
  const filter = row.filter === null ? null : JSON.parse(row.filter);
  return {
    id,
    title,
    text: `${title}. ${sayTrigger({ cron, at, time_zone, event, filter })}`,
    trigger: trigger_kind,
    when: said,
    cron,
    at: iso(at),
    time_zone,
    on: event,
    filter,
    action: action_kind,
    operation,
    input: JSON.parse(row.input),
    words,
    consent: row.consent,
    catch_up: row.catch_up,
    state: row.state,
    next_at: iso(row.next_at),
    created_at: new Date(row.created_at).toISOString(),
    updated_at: new Date(row.updated_at).toISOString(),
    removed_at: iso(row.removed_at),
  };
}

export async function insertSchedule(owner: string, db: Database, row: Omit<ScheduleRow, 'owner'>): Promise<void> {
  await tables(db)
    .insertInto('schedules')
    .values({ ...row, owner })
    .execute();
}

export async function updateSchedule(
  owner: string,
  db: Database,
  { id, ...change }: Partial<ScheduleRow> & { id: string },
): Promise<void> {
  await tables(db).updateTable('schedules').set(change).where('owner', '=', owner).where('id', '=', id).execute();
}

export async function findSchedule(owner: string, db: Database, id: string): Promise<ScheduleRow | null> {
  const row = await tables(db)
    .selectFrom('schedules')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Takes the row until the commit. */
export async function lockSchedule(owner: string, db: Database, id: string): Promise<ScheduleRow | null> {
  await updateSchedule(owner, db, { id, owner });
  return findSchedule(owner, db, id);
}

export async function listScheduleRows(
  owner: string,
  db: Database,
  page: { state?: Schedule['state'] | undefined; isRemoved: boolean; limit: number; before?: ScheduleRow | undefined },
): Promise<ScheduleRow[]> {
  const { state, isRemoved, limit, before } = page;
  let query = tables(db)
    .selectFrom('schedules')
    .selectAll()
    .where('owner', '=', owner)
    .where('removed_at', isRemoved ? 'is not' : 'is', null);
  if (state) query = query.where('state', '=', state);
  if (before) {
    query = query.where((row) =>
      row.or([
        row('created_at', '<', before.created_at),
        row.and([row('created_at', '=', before.created_at), row('id', '<', before.id)]),
      ]),
    );
  }
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

export async function countSchedules(owner: string, db: Database): Promise<number> {
  const { count } = await tables(db)
    .selectFrom('schedules')
    .select((row) => row.fn.countAll().as('count'))
    .where('owner', '=', owner)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What is due. Paused, ended and removed schedules have no `next_at`. */
export function listDueOf(owner: string, db: Database, now: number, limit: number): Promise<ScheduleRow[]> {
  return tables(db)
    .selectFrom('schedules')
    .selectAll()
    .where('owner', '=', owner)
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(limit)
    .execute();
}

/** Owners of whom something is due. */
export async function listOwnersDue(db: Database, now: number): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('schedules')
    .select('owner')
    .distinct()
    .where('next_at', '<=', now)
    .execute();
  return rows.map(({ owner }) => owner);
}

/** True for the one replica that moved the schedule on from the due time both saw. */
export async function moveOn(
  owner: string,
  db: Database,
  move: { id: string; seen: number; next: number | null; state: Schedule['state'] },
): Promise<boolean> {
  const { numUpdatedRows } = await tables(db)
    .updateTable('schedules')
    .set({ next_at: move.next, state: move.state })
    .where('owner', '=', owner)
    .where('id', '=', move.id)
    .where('next_at', '=', move.seen)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Active schedules of the owner that wait for this event. */
export function listListeners(owner: string, db: Database, event: string): Promise<ScheduleRow[]> {
  return tables(db)
    .selectFrom('schedules')
    .selectAll()
    .where('owner', '=', owner)
    .where('event', '=', event)
    .where('state', '=', 'active')
    .where('removed_at', 'is', null)
    .execute();
}

/** Schedules of all owners, with their history, that were removed before `time`. */
export async function deleteRemoved(db: Database, time: number): Promise<void> {
  await tables(db).deleteFrom('schedules').where('removed_at', '<', time).execute();
}
