/** One round trip to the database. */
import { sql } from 'kysely';
import type { Database } from '../../kernel/context.ts';
import { sqlOf } from '../../platform/db/database.ts';

export async function pingDatabase(db: Database): Promise<void> {
  await sql`select 1`.execute(sqlOf(db));
}
