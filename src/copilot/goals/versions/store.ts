/** All SQL of versions: what a goal or a milestone was after each change, so that the last one can be taken back. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';

export interface Version {
  /** The goal it belongs to, and the goal or milestone it is of. */
  readonly goal_id: string;
  readonly subject_id: string;
  readonly at: number;
  readonly actor: string;
  readonly change: 'created' | 'updated' | 'removed' | 'restored';
  readonly state: Readonly<Record<string, unknown>>;
}

interface Tables {
  goal_versions: Omit<Version, 'state'> & { owner: string; version: number; state: string };
}

const tables = (db: Database) => sqlOf<Tables>(db);

export async function insertVersion(owner: string, db: Database, { state, ...version }: Version): Promise<void> {
  const { last } = await tables(db)
    .selectFrom('goal_versions')
    .select(({ fn }) => fn.max('version').as('last'))
    .where('owner', '=', owner)
    .where('subject_id', '=', version.subject_id)
    .executeTakeFirstOrThrow();
  await tables(db)
    .insertInto('goal_versions')
    .values({ ...version, owner, version: Number(last ?? 0) + 1, state: JSON.stringify(state) })
    .execute();
}

/** The last and the one before, newest first. */
export async function lastVersions(owner: string, db: Database, subjectId: string): Promise<Version[]> {
  const rows = await tables(db)
    .selectFrom('goal_versions')
    .selectAll()
    .where('owner', '=', owner)
    .where('subject_id', '=', subjectId)
    .orderBy('version', 'desc')
    .limit(2)
    .execute();
  return rows.map(({ state, ...row }) => ({ ...row, state: JSON.parse(state) as Version['state'] }));
}
