/** All SQL of tasks. Moves between states are single updates with the old state in the condition, so none happens twice. */
import { type ExpressionBuilder, sql } from 'kysely';
import type { Database } from '../../kernel/context.ts';
import { withoutSecrets } from '../../kernel/redact.ts';
import { sqlOf } from '../../platform/db/database.ts';
import { OPEN_STATUSES, type Task, type TaskStatus } from './task.ts';

export interface TaskRow {
  id: string;
  owner: string;
  type: string;
  action: string;
  title: string;
  params: string;
  /** The call it came from, as JSON. */
  asked: string;
  effect: Task['effect'];
  status: TaskStatus;
  attempts: number;
  /** How often its tries were given back by hand. */
  round: number;
  idempotency_key: string;
  approval_id: string | null;
  asked_by: string;
  goal_id: string | null;
  progress: number | null;
  summary: string | null;
  data: string | null;
  is_untrusted: number;
  error: string | null;
  log: string;
  cancel_requested: number;
  next_try_at: number | null;
  /** Last sign of life of the replica that runs it. */
  alive_at: number | null;
  created_at: number;
  started_at: number | null;
  ended_at: number | null;
}

interface Tables {
  tasks: TaskRow;
}

const tables = (db: Database) => sqlOf<Tables>(db);
const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

/** The row as others see it. */
export function taskOf(row: TaskRow): Task {
  const { id, type, action, title, effect, status, attempts, progress, summary, approval_id, asked_by, goal_id } = row;
  return {
    ...{ id, type, action, title, effect, status, attempts, progress, summary, approval_id, asked_by, goal_id },
    params: withoutSecrets(JSON.parse(row.params)),
    data: row.data === null ? null : JSON.parse(row.data),
    untrusted: row.is_untrusted === 1,
    error: row.error === null ? null : JSON.parse(row.error),
    next_try_at: iso(row.next_try_at),
    cancel_requested: row.cancel_requested === 1,
    idempotency_key: row.idempotency_key,
    created_at: new Date(row.created_at).toISOString(),
    started_at: iso(row.started_at),
    ended_at: iso(row.ended_at),
  };
}

/** False when the owner has a task with this key. */
export async function insertTask(owner: string, db: Database, row: Omit<TaskRow, 'owner'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(db)
    .insertInto('tasks')
    .values({ ...row, owner })
    .onConflict((conflict) => conflict.columns(['owner', 'idempotency_key']).doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function findTask(owner: string, db: Database, id: string): Promise<TaskRow | null> {
  const query = tables(db).selectFrom('tasks').selectAll().where('owner', '=', owner).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

export async function findTaskByKey(owner: string, db: Database, key: string): Promise<TaskRow | null> {
  const query = tables(db)
    .selectFrom('tasks')
    .selectAll()
    .where('owner', '=', owner)
    .where('idempotency_key', '=', key);
  return (await query.executeTakeFirst()) ?? null;
}

export interface TaskFilter {
  readonly statuses?: readonly TaskStatus[] | undefined;
  readonly type?: string | undefined;
  readonly goalId?: string | undefined;
  /** All of them stand in the title, the summary or the state. */
  readonly words?: readonly string[] | undefined;
}

export interface TaskPage extends TaskFilter {
  readonly limit: number;
  readonly before?: { readonly createdAt: number; readonly id: string } | undefined;
}

type Where = ExpressionBuilder<Tables, 'tasks'>;

function filtered(owner: string, db: Database, { statuses, type, goalId, words = [] }: TaskFilter) {
  let query = tables(db).selectFrom('tasks').where('owner', '=', owner);
  if (statuses) query = query.where('status', 'in', statuses);
  if (type) query = query.where('type', '=', type);
  if (goalId) query = query.where('goal_id', '=', goalId);
  for (const word of words) {
    const like = `%${word.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
    const holds = (each: Where) =>
      sql<boolean>`lower(${each.ref('title')} || ' ' || ${each.ref('status')} || ' ' || coalesce(${each.ref('summary')}, '')) like ${like} escape '\\'`;
    query = query.where(holds);
  }
  return query;
}

/** Newest first. */
export async function listTaskRows(
  owner: string,
  db: Database,
  { limit, before, ...filter }: TaskPage,
): Promise<Task[]> {
  let query = filtered(owner, db, filter).selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit);
  if (before) {
    const { createdAt, id } = before;
    query = query.where((each) =>
      each.or([
        each('created_at', '<', createdAt),
        each.and([each('created_at', '=', createdAt), each('id', '<', id)]),
      ]),
    );
  }
  return (await query.execute()).map(taskOf);
}

export async function countTasks(owner: string, db: Database, filter: TaskFilter): Promise<number> {
  const count = filtered(owner, db, filter).select((each) => each.fn.countAll().as('count'));
  return Number((await count.executeTakeFirstOrThrow()).count);
}

/** Moves a task on if it still is in one of `from` (and at this many tries, where that matters). */
export async function moveTask(
  owner: string,
  db: Database,
  move: { id: string; from: readonly TaskStatus[]; attempts?: number; set: Partial<TaskRow> },
): Promise<boolean> {
  let query = tables(db)
    .updateTable('tasks')
    .set(move.set)
    .where('owner', '=', owner)
    .where('id', '=', move.id)
    .where('status', 'in', move.from);
  if (move.attempts !== undefined) query = query.where('attempts', '=', move.attempts);
  const { numUpdatedRows } = await query.executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Open tasks nobody has looked at since: their job is gone with a replica. Of all owners. */
export async function listForgotten(
  db: Database,
  { before, limit }: { before: number; limit: number },
): Promise<Pick<TaskRow, 'id' | 'owner' | 'attempts' | 'round'>[]> {
  return tables(db)
    .selectFrom('tasks')
    .select(['id', 'owner', 'attempts', 'round'])
    .where((each) =>
      each.or([
        each.and([each('status', '=', 'queued'), each('created_at', '<', before)]),
        each.and([each('status', '=', 'waiting'), each('next_try_at', '<', before)]),
        each.and([each('status', '=', 'running'), each('alive_at', '<', before)]),
      ]),
    )
    .orderBy('created_at')
    .limit(limit)
    .execute();
}

/** Open tasks of one owner, oldest first. */
export async function listOpen(
  owner: string,
  db: Database,
): Promise<Pick<TaskRow, 'id' | 'attempts' | 'round' | 'next_try_at'>[]> {
  return tables(db)
    .selectFrom('tasks')
    .select(['id', 'attempts', 'round', 'next_try_at'])
    .where('owner', '=', owner)
    .where('status', 'in', OPEN_STATUSES)
    .orderBy('created_at')
    .execute();
}
