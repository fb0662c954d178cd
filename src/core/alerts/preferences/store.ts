/** All SQL of preferences: one row for each owner, with the set before the last change. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import type { Preferences } from './preferences.ts';

interface PreferencesRow {
  owner: string;
  value: string;
  previous: string | null;
  updated_at: number;
}

const tables = (db: Database) => sqlOf<{ alert_preferences: PreferencesRow }>(db);

/** What the owner changed, and what it was before the last change. */
export interface Kept {
  readonly value: Partial<Preferences>;
  readonly previous: Partial<Preferences> | null;
}

export async function readPreferences(owner: string, db: Database): Promise<Kept | null> {
  const row = await tables(db)
    .selectFrom('alert_preferences')
    .select(['value', 'previous'])
    .where('owner', '=', owner)
    .executeTakeFirst();
  if (!row) return null;
  return { value: JSON.parse(row.value), previous: row.previous === null ? null : JSON.parse(row.previous) };
}

/** Makes sure of the owner's row and takes it until the commit: what counts alerts of a day does so one at a time. */
export async function lockPreferences(owner: string, db: Database, now: number): Promise<void> {
  await tables(db)
    .insertInto('alert_preferences')
    .values({ owner, value: '{}', previous: null, updated_at: now })
    .onConflict((conflict) => conflict.column('owner').doUpdateSet({ owner }))
    .execute();
}

export async function writePreferences(
  owner: string,
  db: Database,
  { value, previous }: Kept,
  now: number,
): Promise<void> {
  await tables(db)
    .updateTable('alert_preferences')
    .set({ value: JSON.stringify(value), previous: JSON.stringify(previous), updated_at: now })
    .where('owner', '=', owner)
    .execute();
}
