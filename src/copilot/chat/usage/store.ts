/** All SQL of the meter. Rows are sums of one answer; they are added up by quarter of an hour and model when asked for. */
import { sql } from 'kysely';
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';

interface UsageRow {
  id: string;
  owner: string;
  turn_id: string | null;
  conversation_id: string | null;
  model: string;
  input_tokens: number;
  output_tokens: number;
  at: number;
}

const tables = (db: Database) => sqlOf<{ chat_usage: UsageRow }>(db);

export async function recordUsage(owner: string, db: Database, row: Omit<UsageRow, 'owner'>): Promise<void> {
  await tables(db)
    .insertInto('chat_usage')
    .values({ ...row, owner })
    .execute();
}

export interface UsageOf {
  readonly from: number;
  readonly to: number;
  readonly conversationId?: string | undefined;
  readonly turnId?: string | undefined;
}

/** Tokens of one model in a quarter of an hour: fine enough to be put into days of any time zone. */
export interface UsageInQuarter {
  /** Milliseconds UTC at which it begins. */
  readonly at: number;
  readonly model: string;
  readonly answers: number;
  readonly input: number;
  readonly output: number;
}

const QUARTER_MS = 900_000;

export async function usageByQuarter(owner: string, db: Database, of: UsageOf): Promise<UsageInQuarter[]> {
  const quarter = sql<number>`at / ${sql.lit(QUARTER_MS)}`;
  let query = tables(db)
    .selectFrom('chat_usage')
    .select(({ fn }) => [
      quarter.as('quarter'),
      'model',
      fn.countAll().as('answers'),
      fn.sum('input_tokens').as('input'),
      fn.sum('output_tokens').as('output'),
    ])
    .where('owner', '=', owner)
    .where('at', '>=', of.from)
    .where('at', '<', of.to)
    .groupBy([quarter, 'model'])
    .orderBy(quarter);
  if (of.conversationId) query = query.where('conversation_id', '=', of.conversationId);
  if (of.turnId) query = query.where('turn_id', '=', of.turnId);
  const rows = await query.execute();
  return rows.map((row) => ({
    at: Number(row.quarter) * QUARTER_MS,
    model: row.model,
    answers: Number(row.answers),
    input: Number(row.input),
    output: Number(row.output),
  }));
}
