/** All SQL of lessons. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import type { LessonKind, LessonRow } from './lesson.ts';

const tables = (db: Database) => sqlOf<{ learning_lessons: LessonRow }>(db);

export interface LessonFilter {
  readonly subject?: string | undefined;
  readonly kind?: LessonKind | undefined;
  readonly about?: string | undefined;
  readonly isRemoved?: boolean;
  readonly limit: number;
}

export async function insertLesson(owner: string, db: Database, row: Omit<LessonRow, 'owner'>): Promise<void> {
  await tables(db)
    .insertInto('learning_lessons')
    .values({ ...row, owner })
    .execute();
}

/** Newest first. */
export async function listLessonRows(
  owner: string,
  db: Database,
  { subject, kind, about, isRemoved = false, limit }: LessonFilter,
): Promise<LessonRow[]> {
  let query = tables(db)
    .selectFrom('learning_lessons')
    .selectAll()
    .where('owner', '=', owner)
    .where('removed_at', isRemoved ? 'is not' : 'is', null);
  if (subject !== undefined) query = query.where('subject', '=', subject);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (about !== undefined) query = query.where('about', '=', about);
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

export async function findLesson(owner: string, db: Database, id: string): Promise<LessonRow | null> {
  const row = await tables(db)
    .selectFrom('learning_lessons')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Answers the lesson as it is now; null when it was not in the state it is moved from. */
export async function moveLesson(
  owner: string,
  db: Database,
  { id, removed_at }: Pick<LessonRow, 'id' | 'removed_at'>,
): Promise<LessonRow | null> {
  const row = await tables(db)
    .updateTable('learning_lessons')
    .set({ removed_at })
    .where('owner', '=', owner)
    .where('id', '=', id)
    .where('removed_at', removed_at === null ? 'is not' : 'is', null)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** Answers how many counted until now. */
export async function deleteLessons(owner: string, db: Database, subject: string | undefined): Promise<number> {
  const own = tables(db).deleteFrom('learning_lessons').where('owner', '=', owner);
  const chosen = subject === undefined ? own : own.where('subject', '=', subject);
  const rows = await chosen.returning('removed_at').execute();
  return rows.filter(({ removed_at }) => removed_at === null).length;
}

/** Of all owners, removed before `time`. */
export async function deleteLessonsRemovedBefore(db: Database, time: number): Promise<void> {
  await tables(db).deleteFrom('learning_lessons').where('removed_at', '<', time).execute();
}
