/** All SQL of reminders: which were raised for a goal. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';

export interface ReminderRow {
  goal_id: string;
  owner: string;
  /** What it was about, deadline included: `2 days before 2026-03-01`. */
  name: string;
  alert_key: string;
  at: number;
}

interface Tables {
  goal_reminders: ReminderRow;
}

const tables = (db: Database) => sqlOf<Tables>(db);

export async function listReminders(owner: string, db: Database): Promise<ReminderRow[]> {
  return tables(db).selectFrom('goal_reminders').selectAll().where('owner', '=', owner).execute();
}

export async function insertReminder(owner: string, db: Database, row: Omit<ReminderRow, 'owner'>): Promise<void> {
  await tables(db)
    .insertInto('goal_reminders')
    .values({ ...row, owner })
    .onConflict((conflict) => conflict.columns(['goal_id', 'name']).doNothing())
    .execute();
}

export async function removeReminder(
  owner: string,
  db: Database,
  { goal_id, name }: Pick<ReminderRow, 'goal_id' | 'name'>,
): Promise<void> {
  await tables(db)
    .deleteFrom('goal_reminders')
    .where('owner', '=', owner)
    .where('goal_id', '=', goal_id)
    .where('name', '=', name)
    .execute();
}
