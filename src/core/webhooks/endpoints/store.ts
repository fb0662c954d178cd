/** All SQL of endpoints. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import { deleteSecrets } from '../secrets/store.ts';
import type { Endpoint } from './endpoint.ts';

export interface EndpointRow {
  id: string;
  owner: string;
  url: string;
  events: string;
  description: string;
  state: Endpoint['state'];
  signing_key: string | null;
  failures: number;
  problem: string | null;
  delivered_at: number | null;
  /** The row before the last update, as JSON, so that it can be taken back. */
  previous: string | null;
  created_at: number;
  updated_at: number;
  removed_at: number | null;
}

const tables = (db: Database) => sqlOf<{ webhook_endpoints: EndpointRow }>(db);

export async function insertEndpoint(owner: string, db: Database, row: Omit<EndpointRow, 'owner'>): Promise<void> {
  await tables(db)
    .insertInto('webhook_endpoints')
    .values({ ...row, owner })
    .execute();
}

export async function saveEndpoint(
  owner: string,
  db: Database,
  { id, ...change }: Partial<EndpointRow> & { id: string },
): Promise<void> {
  await tables(db)
    .updateTable('webhook_endpoints')
    .set(change)
    .where('owner', '=', owner)
    .where('id', '=', id)
    .execute();
}

export async function findEndpoint(owner: string, db: Database, id: string): Promise<EndpointRow | null> {
  const query = tables(db).selectFrom('webhook_endpoints').selectAll().where('owner', '=', owner);
  return (await query.where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Takes the row until the commit. */
export async function lockEndpoint(owner: string, db: Database, id: string): Promise<EndpointRow | null> {
  await saveEndpoint(owner, db, { id, owner });
  return findEndpoint(owner, db, id);
}

/** Newest first. */
export function listEndpointRows(
  owner: string,
  db: Database,
  { isRemoved, limit }: { isRemoved: boolean; limit: number },
): Promise<EndpointRow[]> {
  return tables(db)
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('owner', '=', owner)
    .where('removed_at', isRemoved ? 'is not' : 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export function listListening(owner: string, db: Database): Promise<Pick<EndpointRow, 'id' | 'events'>[]> {
  return tables(db)
    .selectFrom('webhook_endpoints')
    .select(['id', 'events'])
    .where('owner', '=', owner)
    .where('state', '=', 'active')
    .where('removed_at', 'is', null)
    .execute();
}

/** Endpoints of all owners, with their deliveries and secrets, that were removed before `time`. */
export async function deleteRemovedEndpoints(db: Database, time: number): Promise<void> {
  const gone = await tables(db).selectFrom('webhook_endpoints').select('id').where('removed_at', '<', time).execute();
  await deleteSecrets(
    db,
    gone.map(({ id }) => id),
  );
  await tables(db).deleteFrom('webhook_endpoints').where('removed_at', '<', time).execute();
}
