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

/** Newest first. */
export async function listDecisions(owner: string, db: Database): Promise<DecisionRow[]> {
  return tables(db)
    .selectFrom('goal_step_decisions')
    .selectAll()
    .where('owner', '=', owner)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(DECISIONS_READ)
    .execute();
}
