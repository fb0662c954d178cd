/** All SQL of goals themselves. Milestones, evidence, versions, decisions and lessons have stores of their own. */
import type { Database } from '../../kernel/context.ts';
import { checkedOwner, sqlOf } from '../../platform/db/database.ts';
import { takeRevisions } from '../../platform/db/revisions.ts';
import type { Goal } from './goal.ts';

export interface GoalRow {
  id: string;
  owner: string;
  title: string;
  description: string;
  status: Goal['status'];
  deadline: string | null;
  /** JSON list of ids. */
  depends_on: string;
  created_at: number;
  updated_at: number;
  completed_at: number | null;
  removed_at: number | null;
}

/** Ids of the goals to be reached before this one. */
export const dependenciesOf = ({ depends_on }: GoalRow): string[] => JSON.parse(depends_on) as string[];

interface Tables {
  goals: GoalRow;
}

const tables = (db: Database) => sqlOf<Tables>(db);

/** Makes other writers of this owner's goals wait until the commit, so that looking and writing are one act. */
export async function lockGoals(owner: string, db: Database): Promise<void> {
  await takeRevisions(owner, db, { table: 'goal_locks' });
}

export async function insertGoal(owner: string, db: Database, row: Omit<GoalRow, 'owner'>): Promise<void> {
  await tables(db)
    .insertInto('goals')
    .values({ ...row, owner })
    .execute();
}

export async function updateGoalRow(
  owner: string,
  db: Database,
  { id, ...values }: Partial<Omit<GoalRow, 'owner' | 'created_at'>> & { id: string },
): Promise<void> {
  await tables(db).updateTable('goals').set(values).where('owner', '=', owner).where('id', '=', id).execute();
}

export async function findGoalRow(owner: string, db: Database, id: string): Promise<GoalRow | null> {
  const row = await tables(db)
    .selectFrom('goals')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function findGoalRows(owner: string, db: Database, ids: readonly string[]): Promise<GoalRow[]> {
  if (ids.length === 0) return [];
  return tables(db)
    .selectFrom('goals')
    .selectAll()
    .where(checkedOwner, '=', owner)
    .where('id', 'in', ids)
    .where('removed_at', 'is', null)
    .execute();
}

export interface GoalFilter {
  readonly status?: Goal['status'] | undefined;
  readonly isRemoved?: boolean;
}

/** Oldest first; an owner has at most `GOALS_MAX` that are not removed. */
export async function listGoalRows(
  owner: string,
  db: Database,
  { status, isRemoved = false }: GoalFilter = {},
): Promise<GoalRow[]> {
  let query = tables(db)
    .selectFrom('goals')
    .selectAll()
    .where('owner', '=', owner)
    .where('removed_at', isRemoved ? 'is not' : 'is', null);
  if (status) query = query.where('status', '=', status);
  return query.orderBy('created_at').orderBy('id').execute();
}

/** Owners with goals to watch: active, with or without a deadline. */
export async function ownersOfActiveGoals(db: Database): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('goals')
    .select('owner')
    .distinct()
    .where('status', '=', 'active')
    .where('removed_at', 'is', null)
    .execute();
  return rows.map(({ owner }) => owner);
}

/** Erases, for every owner, goals removed before a time, with everything that hangs on them. */
export async function purgeGoals(db: Database, removedBefore: number): Promise<number> {
  const { numDeletedRows } = await tables(db)
    .deleteFrom('goals')
    .where('removed_at', '<', removedBefore)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
