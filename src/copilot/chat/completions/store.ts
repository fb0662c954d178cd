/** All SQL of threads: which answer a client's talk goes on from. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';

interface ThreadRow {
  owner: string;
  key: string;
  turn_id: string;
  conversation_id: string;
  created_at: number;
}

const tables = (db: Database) => sqlOf<{ chat_threads: ThreadRow }>(db);

export async function insertThread(owner: string, db: Database, thread: Omit<ThreadRow, 'owner'>): Promise<void> {
  await tables(db)
    .insertInto('chat_threads')
    .values({ ...thread, owner })
    .execute();
}

/** Answers to this very talk, newest first: the same question may have been asked again. */
export async function listThreads(owner: string, db: Database, key: string): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('chat_threads')
    .select('turn_id')
    .where('owner', '=', owner)
    .where('key', '=', key)
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute();
  return rows.map(({ turn_id }) => turn_id);
}
