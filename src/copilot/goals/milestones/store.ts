/** All SQL of milestones. */
import type { Database } from '../../../kernel/context.ts';
import { checkedOwner, sqlOf } from '../../../platform/db/database.ts';

export interface MilestoneRow {
  id: string;
  owner: string;
  goal_id: string;
  title: string;
  weight: number;
  position: number;
  created_at: number;
  updated_at: number;
  removed_at: number | null;
}

interface Tables {
  goal_milestones: MilestoneRow;
}

const tables = (db: Database) => sqlOf<Tables>(db);

export async function insertMilestone(owner: string, db: Database, row: Omit<MilestoneRow, 'owner'>): Promise<void> {
  await tables(db)
    .insertInto('goal_milestones')
    .values({ ...row, owner })
    .execute();
}

export async function updateMilestoneRow(
  owner: string,
  db: Database,
  { id, ...values }: Partial<Omit<MilestoneRow, 'owner' | 'goal_id' | 'created_at'>> & { id: string },
): Promise<void> {
  await tables(db).updateTable('goal_milestones').set(values).where('owner', '=', owner).where('id', '=', id).execute();
}

export async function findMilestoneRow(owner: string, db: Database, id: string): Promise<MilestoneRow | null> {
  const row = await tables(db)
    .selectFrom('goal_milestones')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Of these goals, in the order of their plan. */
export async function listMilestoneRows(
  owner: string,
  db: Database,
  goalIds: readonly string[],
): Promise<MilestoneRow[]> {
  if (goalIds.length === 0) return [];
  return tables(db)
    .selectFrom('goal_milestones')
    .selectAll()
    .where(checkedOwner, '=', owner)
    .where('goal_id', 'in', goalIds)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}
