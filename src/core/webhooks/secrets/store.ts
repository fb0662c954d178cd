/** All SQL of the secrets Nima made for endpoints and receivers. Nothing lists, exports or logs them. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';

export interface KeptSecret {
  readonly secret: string;
  /** What it replaced, and until when that still counts, milliseconds UTC. */
  readonly previous: string | null;
  readonly previous_until: number | null;
}

interface SecretRow extends KeptSecret {
  readonly holder_id: string;
  readonly owner: string;
}

const tables = (db: Database) => sqlOf<{ webhook_secrets: SecretRow }>(db);

export async function findSecret(owner: string, db: Database, holderId: string): Promise<KeptSecret | null> {
  const row = await tables(db)
    .selectFrom('webhook_secrets')
    .select(['secret', 'previous', 'previous_until'])
    .where('owner', '=', owner)
    .where('holder_id', '=', holderId)
    .executeTakeFirst();
  return row ?? null;
}

/** Which of these have a secret here. */
export async function listHolders(owner: string, db: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tables(db)
    .selectFrom('webhook_secrets')
    .select('holder_id')
    .where('owner', '=', owner)
    .where('holder_id', 'in', ids)
    .execute();
  return new Set(rows.map(({ holder_id }) => holder_id));
}

export async function writeSecret(
  owner: string,
  db: Database,
  { holderId, ...kept }: KeptSecret & { holderId: string },
): Promise<void> {
  await tables(db)
    .insertInto('webhook_secrets')
    .values({ holder_id: holderId, owner, ...kept })
    .onConflict((conflict) => conflict.column('holder_id').doUpdateSet(kept))
    .execute();
}

export async function deleteSecrets(db: Database, holderIds: readonly string[]): Promise<void> {
  if (holderIds.length === 0) return;
  await tables(db).deleteFrom('webhook_secrets').where('holder_id', 'in', holderIds).execute();
}
