/** All SQL of profiles: one row for each owner. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import type { Profile } from './profile.ts';

interface ProfileRow {
  owner: string;
  name: string | null;
  preferences: string;
  context: string;
  created_at: number;
  updated_at: number;
}

const tables = (db: Database) => sqlOf<{ memory_profiles: ProfileRow }>(db);

export async function findProfile(owner: string, db: Database): Promise<Profile> {
  const row = await tables(db).selectFrom('memory_profiles').selectAll().where('owner', '=', owner).executeTakeFirst();
  if (!row) return { user_id: owner, name: null, preferences: {}, context: {}, created_at: null, updated_at: null };
  return {
    user_id: owner,
    name: row.name,
    preferences: JSON.parse(row.preferences),
    context: JSON.parse(row.context),
    created_at: new Date(row.created_at).toISOString(),
    updated_at: new Date(row.updated_at).toISOString(),
  };
}

/** Makes sure of the owner's row and takes it until the commit, so that changes side by side are all kept. */
export async function lockProfile(owner: string, db: Database, now: number): Promise<void> {
  await tables(db)
    .insertInto('memory_profiles')
    .values({ owner, name: null, preferences: '{}', context: '{}', created_at: now, updated_at: now })
    .onConflict((conflict) => conflict.column('owner').doUpdateSet({ owner }))
    .execute();
}

export async function saveProfile(
  owner: string,
  db: Database,
  profile: Pick<Profile, 'name' | 'preferences' | 'context'>,
  now: number,
): Promise<void> {
  const values = {
    name: profile.name,
    preferences: JSON.stringify(profile.preferences),
    context: JSON.stringify(profile.context),
    updated_at: now,
  };
  await tables(db)
    .insertInto('memory_profiles')
    .values({ ...values, owner, created_at: now })
    .onConflict((conflict) => conflict.column('owner').doUpdateSet(values))
    .execute();
}
