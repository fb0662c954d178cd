/** All SQL of ideas: the steps a model thought of for a goal. */
import type { Database } from '../../../../kernel/context.ts';
import { sqlOf } from '../../../../platform/db/database.ts';

export interface IdeaRow {
  goal_id: string;
  owner: string;
  milestone: string;
  text: string;
  because: string;
  at: number;
}

interface Tables {
  goal_ideas: IdeaRow;
}

const tables = (db: Database) => sqlOf<Tables>(db);

/** In place of what was thought of before. */
export async function replaceIdeas(
  owner: string,
  db: Database,
  { goalId, ideas }: { goalId: string; ideas: readonly Omit<IdeaRow, 'owner' | 'goal_id'>[] },
): Promise<void> {
  await tables(db).deleteFrom('goal_ideas').where('owner', '=', owner).where('goal_id', '=', goalId).execute();
  if (ideas.length === 0) return;
  const rows = ideas.map((idea) => ({ ...idea, owner, goal_id: goalId }));
  await tables(db)
    .insertInto('goal_ideas')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['goal_id', 'milestone']).doNothing())
    .execute();
}

export async function listIdeas(owner: string, db: Database, goalId: string): Promise<IdeaRow[]> {
  return tables(db)
    .selectFrom('goal_ideas')
    .selectAll()
    .where('owner', '=', owner)
    .where('goal_id', '=', goalId)
    .orderBy('at')
    .orderBy('milestone')
    .execute();
}
