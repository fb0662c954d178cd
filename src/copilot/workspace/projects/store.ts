/** All SQL of projects. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import { nameKeyOf, type Project, type ProjectState } from './project.ts';

interface ProjectRow {
  id: string;
  owner: string;
  name: string;
  name_key: string;
  path: string;
  state: string | null;
  problem: string | null;
  read_at: number | null;
  created_at: number;
}

const tables = (db: Database) => sqlOf<{ workspace_projects: ProjectRow }>(db);
const iso = (ms: number): string => new Date(Number(ms)).toISOString();

function projectOf({ id, name, path, state, problem, read_at, created_at }: ProjectRow): Project {
  return {
    id,
    name,
    path,
    state: state === null ? null : (JSON.parse(state) as ProjectState),
    problem,
    read_at: read_at === null ? null : iso(read_at),
    created_at: iso(created_at),
  };
}

/** False when the name or the folder is registered already. */
export async function insertProject(
  owner: string,
  db: Database,
  { id, name, path, createdAt }: { id: string; name: string; path: string; createdAt: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(db)
    .insertInto('workspace_projects')
    .values({
      id,
      owner,
      name,
      name_key: nameKeyOf(name),
      path,
      state: null,
      problem: null,
      read_at: null,
      created_at: createdAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) > 0;
}

export async function findProject(owner: string, db: Database, id: string): Promise<Project | null> {
  const row = await tables(db)
    .selectFrom('workspace_projects')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? projectOf(row) : null;
}

export async function listProjects(owner: string, db: Database): Promise<Project[]> {
  const rows = await tables(db)
    .selectFrom('workspace_projects')
    .selectAll()
    .where('owner', '=', owner)
    .orderBy('name')
    .execute();
  return rows.map(projectOf);
}

/** Every project of everybody, the longest unread first: for the job that keeps them current. */
export async function listUnread(
  db: Database,
  before: number,
  limit: number,
): Promise<{ owner: string; id: string }[]> {
  return tables(db)
    .selectFrom('workspace_projects')
    .select(['owner', 'id'])
    .where((where) => where.or([where('read_at', 'is', null), where('read_at', '<', before)]))
    .orderBy('read_at')
    .limit(limit)
    .execute();
}

export async function recordReading(
  owner: string,
  db: Database,
  reading: {
    readonly id: string;
    readonly state: ProjectState | null;
    readonly problem: string | null;
    readonly now: number;
  },
): Promise<void> {
  const { id, state, problem, now } = reading;
  await tables(db)
    .updateTable('workspace_projects')
    // A folder that is out of reach today keeps what was known of it.
    .set({ problem, read_at: now, ...(state === null ? {} : { state: JSON.stringify(state) }) })
    .where('owner', '=', owner)
    .where('id', '=', id)
    .execute();
}

export async function deleteProject(owner: string, db: Database, id: string): Promise<boolean> {
  const { numDeletedRows } = await tables(db)
    .deleteFrom('workspace_projects')
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
