/** All SQL of the versions of facts: what each said, when, and who changed it. */
import type { Database } from '../../../../kernel/context.ts';
import { sqlOf } from '../../../../platform/db/database.ts';

export interface Version {
  readonly version: number;
  readonly at: number;
  readonly actor: string;
  readonly change: 'created' | 'updated' | 'removed' | 'restored' | 'retired' | 'merged';
  readonly fact: string;
  readonly category: string;
}

const tables = (db: Database) => sqlOf<{ memory_fact_versions: Version & { owner: string; fact_id: string } }>(db);

export async function insertVersion(
  owner: string,
  db: Database,
  factId: string,
  version: Omit<Version, 'version'>,
): Promise<void> {
  const last = await tables(db)
    .selectFrom('memory_fact_versions')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('fact_id', '=', factId)
    .executeTakeFirst();
  await tables(db)
    .insertInto('memory_fact_versions')
    .values({ ...version, owner, fact_id: factId, version: Number(last?.version ?? 0) + 1 })
    .execute();
}

export async function listVersions(owner: string, db: Database, factId: string): Promise<Version[]> {
  return tables(db)
    .selectFrom('memory_fact_versions')
    .select(['version', 'at', 'actor', 'change', 'fact', 'category'])
    .where('owner', '=', owner)
    .where('fact_id', '=', factId)
    .orderBy('version')
    .execute();
}
