/** All SQL of integrations: which of them an owner switched off. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';

interface Row {
  owner: string;
  name: string;
  is_enabled: number;
}

const tables = (db: Database) => sqlOf<{ tasks_integrations: Row }>(db);

export async function disabledNames(owner: string, db: Database): Promise<ReadonlySet<string>> {
  const rows = await tables(db)
    .selectFrom('tasks_integrations')
    .select('name')
    .where('owner', '=', owner)
    .where('is_enabled', '=', 0)
    .execute();
  return new Set(rows.map(({ name }) => name));
}

export async function setEnabled(owner: string, db: Database, name: string, isEnabled: boolean): Promise<void> {
  const is_enabled = isEnabled ? 1 : 0;
  await tables(db)
    .insertInto('tasks_integrations')
    .values({ owner, name, is_enabled })
    .onConflict((conflict) => conflict.columns(['owner', 'name']).doUpdateSet({ is_enabled }))
    .execute();
}
