/** All SQL of tool servers. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import type { ServerAddress } from '../ports/tool-server.ts';
import { givenTo, type Server, targetOf } from './server.ts';

interface ServerRow {
  id: string;
  owner: string;
  name: string;
  address: string;
  is_enabled: number;
  problem: string | null;
  checked_at: number | null;
  created_at: number;
}

/** What the module works with; `address` never leaves it. */
export interface KnownServer {
  readonly id: string;
  readonly name: string;
  readonly address: ServerAddress;
  readonly isEnabled: boolean;
}

const tables = (db: Database) =>
  sqlOf<{
    tools_servers: ServerRow;
    tools_offered: {
      owner: string;
      server_id: string;
      is_gone: number;
      fingerprint: string;
      accepted_fingerprint: string | null;
    };
  }>(db);

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(Number(ms)).toISOString());

function knownOf({ id, name, address, is_enabled }: ServerRow): KnownServer {
  return { id, name, address: JSON.parse(address) as ServerAddress, isEnabled: Boolean(is_enabled) };
}

export async function insertServer(
  owner: string,
  db: Database,
  { id, name, address, createdAt }: { id: string; name: string; address: ServerAddress; createdAt: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(db)
    .insertInto('tools_servers')
    .values({
      id,
      owner,
      name,
      address: JSON.stringify(address),
      is_enabled: 1,
      problem: null,
      checked_at: null,
      created_at: createdAt,
    })
    .onConflict((conflict) => conflict.columns(['owner', 'name']).doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) > 0;
}

export async function findServer(
  owner: string,
  db: Database,
  by: { readonly id: string } | { readonly name: string },
): Promise<KnownServer | null> {
  const rows = tables(db).selectFrom('tools_servers').selectAll().where('owner', '=', owner);
  const row = await ('id' in by ? rows.where('id', '=', by.id) : rows.where('name', '=', by.name)).executeTakeFirst();
  return row ? knownOf(row) : null;
}

export async function listServers(owner: string, db: Database, ids?: readonly string[]): Promise<Server[]> {
  const rows = await tables(db)
    .selectFrom('tools_servers')
    .selectAll()
    .where('owner', '=', owner)
    .$if(ids !== undefined, (query) => query.where('id', 'in', [...(ids ?? [])]))
    .orderBy('name')
    .execute();
  const tools = await tables(db)
    .selectFrom('tools_offered')
    .select(['server_id', 'fingerprint', 'accepted_fingerprint'])
    .where('owner', '=', owner)
    .where('is_gone', '=', 0)
    .execute();
  return rows.map((row) => {
    const { id, name, address, isEnabled } = knownOf(row);
    const own = tools.filter(({ server_id }) => server_id === id);
    return {
      id,
      name,
      transport: address.transport,
      target: targetOf(address),
      given: givenTo(address),
      is_enabled: isEnabled,
      problem: row.problem,
      tools: own.length,
      waiting: own.filter(({ fingerprint, accepted_fingerprint }) => fingerprint !== accepted_fingerprint).length,
      checked_at: iso(row.checked_at),
      created_at: iso(row.created_at) ?? '',
    };
  });
}

/** False when there is no such server of this owner. */
export async function updateServer(
  owner: string,
  db: Database,
  id: string,
  change: Partial<Pick<ServerRow, 'is_enabled' | 'problem' | 'checked_at'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(db)
    .updateTable('tools_servers')
    .set(change)
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function deleteServer(owner: string, db: Database, id: string): Promise<boolean> {
  const { numDeletedRows } = await tables(db)
    .deleteFrom('tools_servers')
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
