/** All SQL of summaries. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import type { Summary } from './summary.ts';

interface SummaryRow {
  id: string;
  owner: string;
  conversation_id: string;
  first_turn_id: string;
  last_turn_id: string;
  turn_ids: string;
  text: string;
  trust: Summary['trust'];
  made_by: string;
  created_at: number;
}

const tables = (db: Database) => sqlOf<{ conversation_summaries: SummaryRow }>(db);

const summaryOf = ({ id, conversation_id, turn_ids, text, trust, made_by, created_at }: SummaryRow): Summary => ({
  id,
  conversation_id,
  text,
  trust,
  made_by,
  turn_ids: JSON.parse(turn_ids),
  created_at: new Date(created_at).toISOString(),
});

export type NewSummary = Omit<Summary, 'created_at'> & { created_at: number };

export async function insertSummary(owner: string, db: Database, summary: NewSummary): Promise<void> {
  const { turn_ids, ...rest } = summary;
  await tables(db)
    .insertInto('conversation_summaries')
    .values({
      ...rest,
      owner,
      first_turn_id: turn_ids[0] ?? '',
      last_turn_id: turn_ids.at(-1) ?? '',
      turn_ids: JSON.stringify(turn_ids),
    })
    .execute();
}

/** Oldest first. */
export async function listSummaryRows(
  owner: string,
  db: Database,
  { conversationId, limit }: { conversationId: string; limit: number },
): Promise<Summary[]> {
  const rows = await tables(db)
    .selectFrom('conversation_summaries')
    .selectAll()
    .where('owner', '=', owner)
    .where('conversation_id', '=', conversationId)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(summaryOf);
}

export async function findSummary(owner: string, db: Database, id: string): Promise<Summary | null> {
  const row = await tables(db)
    .selectFrom('conversation_summaries')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? summaryOf(row) : null;
}

/** Removes every summary that covers one of the turns, so that nothing erased lives on in a view. */
export async function deleteSummariesOver(owner: string, db: Database, turnIds: readonly string[]): Promise<number> {
  let count = 0;
  for (const turnId of turnIds) {
    const { numDeletedRows } = await tables(db)
      .deleteFrom('conversation_summaries')
      .where('owner', '=', owner)
      .where('turn_ids', 'like', `%"${turnId.replaceAll(/[^\w-]/g, '')}"%`)
      .executeTakeFirstOrThrow();
    count += Number(numDeletedRows);
  }
  return count;
}
