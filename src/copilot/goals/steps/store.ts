/** All SQL of decisions: which steps the owner accepted and which they declined. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import type { StepKind } from './step.ts';

export interface DecisionRow {
  id: string;
  owner: string;
  goal_id: string;
  step_id: string;
  kind: StepKind;
  verdict: 'accepted' | 'declined';
  text: string;
  /** JSON of what it became: `{ type: 'milestone' | 'task', id }`. */
  made: string | null;
  at: number;
  removed_at: number | null;
}

interface Tables {
  goal_step_decisions: DecisionRow;
}

const tables = (db: Database) => sqlOf<Tables>(db);
/** Older ones say little about what is wanted now. */
const DECISIONS_READ = 1000;

export async function insertDecision(owner: string, db: Database, row: Omit<DecisionRow, 'owner'>): Promise<void> {
  await tables(db)
    .insertInto('goal_step_decisions')
    .values({ ...row, owner })
    .execute();
}

/** Those that count, newest first. */
export async function listDecisions(owner: string, db: Database): Promise<DecisionRow[]> {
  return tables(db)
    .selectFrom('goal_step_decisions')
    .selectAll()
    .where('owner', '=', owner)
    .where('removed_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(DECISIONS_READ)
    .execute();
}

export async function findDecision(owner: string, db: Database, id: string): Promise<DecisionRow | null> {
  const row = await tables(db)
    .selectFrom('goal_step_decisions')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function removeDecision(
  owner: string,
  db: Database,
  { id, removed_at }: Pick<DecisionRow, 'id'> & { removed_at: number },
): Promise<void> {
  await tables(db)
    .updateTable('goal_step_decisions')
    .set({ removed_at })
    .where('owner', '=', owner)
    .where('id', '=', id)
    .execute();
}

/** Forgets every decision; answers how many there were. */
export async function removeDecisions(owner: string, db: Database, removedAt: number): Promise<number> {
  const { numUpdatedRows } = await tables(db)
    .updateTable('goal_step_decisions')
    .set({ removed_at: removedAt })
    .where('owner', '=', owner)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
