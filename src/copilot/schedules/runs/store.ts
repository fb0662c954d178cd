/** All SQL of runs. One slot of a schedule has one run, whoever plans it. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import type { Run } from './run.ts';

export interface RunRow {
  id: string;
  owner: string;
  schedule_id: string;
  slot: string;
  planned_at: number;
  reason: Run['reason'];
  state: Run['state'];
  outcome: string | null;
  made_operation: string | null;
  made_id: string | null;
  started_at: number | null;
  ended_at: number | null;
}

interface Tables {
  schedule_runs: RunRow;
  schedules: { id: string; title: string };
}

const tables = (db: Database) => sqlOf<Tables>(db);
const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

function runOf(row: RunRow & { title: string }): Run {
  const { id, schedule_id, title, planned_at, reason, state, outcome, made_operation, made_id } = row;
  const { started_at, ended_at } = row;
  return {
    id,
    schedule_id,
    title,
    planned_at: new Date(planned_at).toISOString(),
    reason,
    state,
    outcome,
    made: made_operation !== null && made_id !== null ? { operation: made_operation, id: made_id } : null,
    started_at: iso(started_at),
    ended_at: iso(ended_at),
    duration_ms: started_at !== null && ended_at !== null ? ended_at - started_at : null,
  };
}

export type NewRun = Pick<RunRow, 'id' | 'schedule_id' | 'slot' | 'planned_at' | 'reason' | 'state'> & Partial<RunRow>;

/** False when this slot has its run already. */
export async function insertRun(owner: string, db: Database, run: NewRun): Promise<boolean> {
  const empty = { outcome: null, made_operation: null, made_id: null, started_at: null, ended_at: null };
  const { numInsertedOrUpdatedRows } = await tables(db)
    .insertInto('schedule_runs')
    .values({ ...empty, ...run, owner })
    .onConflict((conflict) => conflict.columns(['schedule_id', 'slot']).doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) > 0;
}

export async function updateRun(
  owner: string,
  db: Database,
  { id, ...change }: Partial<RunRow> & { id: string },
): Promise<void> {
  await tables(db).updateTable('schedule_runs').set(change).where('owner', '=', owner).where('id', '=', id).execute();
}

const withTitle = (db: Database) =>
  tables(db)
    .selectFrom('schedule_runs')
    .innerJoin('schedules', 'schedules.id', 'schedule_runs.schedule_id')
    .selectAll('schedule_runs')
    .select('schedules.title');

export async function findRunRow(owner: string, db: Database, id: string): Promise<RunRow | null> {
  const row = await tables(db)
    .selectFrom('schedule_runs')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function findRun(owner: string, db: Database, id: string): Promise<Run | null> {
  const row = await withTitle(db)
    .where('schedule_runs.owner', '=', owner)
    .where('schedule_runs.id', '=', id)
    .executeTakeFirst();
  return row ? runOf(row) : null;
}

export interface RunFilter {
  readonly scheduleId?: string | undefined;
  readonly state?: Run['state'] | undefined;
  readonly since?: number | undefined;
}

/** Newest first. */
export async function listRunRows(
  owner: string,
  db: Database,
  page: RunFilter & { limit: number; before?: RunRow | undefined },
): Promise<Run[]> {
  const { scheduleId, state, since, limit, before } = page;
  let query = withTitle(db).where('schedule_runs.owner', '=', owner);
  if (scheduleId) query = query.where('schedule_runs.schedule_id', '=', scheduleId);
  if (state) query = query.where('schedule_runs.state', '=', state);
  if (since !== undefined) query = query.where('schedule_runs.planned_at', '>=', since);
  if (before) {
    query = query.where((row) =>
      row.or([
        row('schedule_runs.planned_at', '<', before.planned_at),
        row.and([row('schedule_runs.planned_at', '=', before.planned_at), row('schedule_runs.id', '<', before.id)]),
      ]),
    );
  }
  const rows = await query
    .orderBy('schedule_runs.planned_at', 'desc')
    .orderBy('schedule_runs.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(runOf);
}

/** How often an event started this schedule since `since`. */
export async function countEventRuns(owner: string, db: Database, scheduleId: string, since: number): Promise<number> {
  const { count } = await tables(db)
    .selectFrom('schedule_runs')
    .select((row) => row.fn.countAll().as('count'))
    .where('owner', '=', owner)
    .where('schedule_id', '=', scheduleId)
    .where('reason', '=', 'event')
    .where('planned_at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Runs of all owners that were due before `time`. */
export async function deleteRunsBefore(db: Database, time: number): Promise<void> {
  await tables(db).deleteFrom('schedule_runs').where('planned_at', '<', time).execute();
}
