/** All SQL of questions that come again. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';

interface QuestionRow {
  turn_id: string;
  owner: string;
  fingerprint: string;
  asked_at: number;
}

const tables = (db: Database) => sqlOf<{ brief_questions: QuestionRow }>(db);

export async function insertQuestion(owner: string, db: Database, question: Omit<QuestionRow, 'owner'>): Promise<void> {
  await tables(db)
    .insertInto('brief_questions')
    .values({ ...question, owner })
    .onConflict((conflict) => conflict.column('turn_id').doNothing())
    .execute();
}

export async function countQuestions(
  owner: string,
  db: Database,
  { fingerprint, since }: { fingerprint: string; since: number },
): Promise<number> {
  const { count } = await tables(db)
    .selectFrom('brief_questions')
    .select((row) => row.fn.countAll().as('count'))
    .where('owner', '=', owner)
    .where('fingerprint', '=', fingerprint)
    .where('asked_at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Of all owners, what was asked before `time`. */
export async function deleteQuestionsBefore(db: Database, time: number): Promise<void> {
  await tables(db).deleteFrom('brief_questions').where('asked_at', '<', time).execute();
}
