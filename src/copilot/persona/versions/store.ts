/** All SQL of the owner's changes to the persona. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import { type Changes, changesSchema } from './version.ts';

interface VersionRow {
  owner: string;
  version: number;
  changes: string;
  why: string;
  at: number;
}

export interface StoredVersion {
  readonly version: number;
  readonly changes: Changes;
  readonly why: string;
  readonly at: number;
}

const tables = (db: Database) => sqlOf<{ persona_versions: VersionRow }>(db);

const versionOf = ({ version, changes, why, at }: VersionRow): StoredVersion => ({
  version,
  changes: changesSchema.parse(JSON.parse(changes)),
  why,
  at,
});

/** Newest first. */
export async function listVersionRows(owner: string, db: Database, limit: number): Promise<StoredVersion[]> {
  const rows = await tables(db)
    .selectFrom('persona_versions')
    .selectAll()
    .where('owner', '=', owner)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();
  return rows.map(versionOf);
}

export async function findVersion(owner: string, db: Database, version: number): Promise<StoredVersion | null> {
  const row = await tables(db)
    .selectFrom('persona_versions')
    .selectAll()
    .where('owner', '=', owner)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? versionOf(row) : null;
}

export async function insertVersion(owner: string, db: Database, { changes, ...row }: StoredVersion): Promise<void> {
  await tables(db)
    .insertInto('persona_versions')
    .values({ ...row, owner, changes: JSON.stringify(changes) })
    .execute();
}
