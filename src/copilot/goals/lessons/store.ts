/** All SQL of lessons: what completed goals took, and what was done for them. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';

export interface LessonRow {
  goal_id: string;
  owner: string;
  title: string;
  days: number;
  /** JSON list of `LearnedStep`. */
  steps: string;
  learned_at: number;
}

interface Tables {
  goal_lessons: LessonRow;
}

const tables = (db: Database) => sqlOf<Tables>(db);
/** The newest say most about how somebody works now. */
const LESSONS_READ = 100;

export async function upsertLesson(owner: string, db: Database, row: Omit<LessonRow, 'owner'>): Promise<void> {
  const { goal_id: _key, ...values } = row;
  await tables(db)
    .insertInto('goal_lessons')
    .values({ ...row, owner })
    .onConflict((conflict) => conflict.column('goal_id').doUpdateSet(values))
    .execute();
}

export async function removeLesson(owner: string, db: Database, goalId: string): Promise<void> {
  await tables(db).deleteFrom('goal_lessons').where('owner', '=', owner).where('goal_id', '=', goalId).execute();
}

export async function listLessonRows(owner: string, db: Database): Promise<LessonRow[]> {
  return tables(db)
    .selectFrom('goal_lessons')
    .selectAll()
    .where('owner', '=', owner)
    .orderBy('learned_at', 'desc')
    .orderBy('goal_id')
    .limit(LESSONS_READ)
    .execute();
}
