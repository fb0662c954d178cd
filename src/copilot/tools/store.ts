/** All SQL of the tools servers offer. */
import type { Database } from '../../kernel/context.ts';
import { sqlOf } from '../../platform/db/database.ts';
import type { OfferedByServer } from './ports/tool-server.ts';
import { fingerprintOf, fullName, type Policy, type Tool } from './tool.ts';

interface ToolRow {
  owner: string;
  server_id: string;
  name: string;
  description: string;
  input_schema: string;
  fingerprint: string;
  accepted_fingerprint: string | null;
  policy: Policy;
  is_gone: number;
  seen_at: number;
}

const tables = (db: Database) =>
  sqlOf<{ tools_offered: ToolRow; tools_servers: { id: string; owner: string; name: string; is_enabled: number } }>(db);

function stateOf({ is_gone, fingerprint, accepted_fingerprint }: ToolRow): Tool['state'] {
  if (is_gone) return 'gone';
  return fingerprint === accepted_fingerprint ? 'accepted' : 'unseen';
}

/** Tools of the servers that are enabled, by server and name; of one server when `server` is given. */
export async function listToolRows(owner: string, db: Database, server?: string): Promise<Tool[]> {
  const rows = await tables(db)
    .selectFrom('tools_offered')
    .innerJoin('tools_servers', 'tools_servers.id', 'tools_offered.server_id')
    .selectAll('tools_offered')
    .select('tools_servers.name as server')
    .where('tools_offered.owner', '=', owner)
    .where('tools_servers.is_enabled', '=', 1)
    .$if(server !== undefined, (query) => query.where('tools_servers.name', '=', server ?? ''))
    .orderBy('tools_servers.name')
    .orderBy('tools_offered.name')
    .execute();
  return rows.map((row) => ({
    name: fullName(row.server, row.name),
    server: row.server,
    description: row.description,
    input_schema: JSON.parse(row.input_schema),
    policy: row.policy,
    state: stateOf(row),
  }));
}

/**
 * Takes what a server offers now. A tool that is new or not what was accepted keeps or falls back to `ask`, whatever
 * its policy was; one that is no longer offered is kept as gone, so that its return under another guise is a change.
 */
export async function replaceTools(
  owner: string,
  db: Database,
  { serverId, offered, now }: { serverId: string; offered: readonly OfferedByServer[]; now: number },
): Promise<void> {
  await tables(db)
    .updateTable('tools_offered')
    .set({ is_gone: 1 })
    .where('owner', '=', owner)
    .where('server_id', '=', serverId)
    .execute();
  const known = await tables(db)
    .selectFrom('tools_offered')
    .select(['name', 'accepted_fingerprint', 'policy'])
    .where('owner', '=', owner)
    .where('server_id', '=', serverId)
    .execute();
  for (const tool of offered) {
    const before = known.find(({ name }) => name === tool.name);
    const fingerprint = fingerprintOf(tool);
    const policy = before?.accepted_fingerprint === fingerprint || before?.policy === 'off' ? before.policy : 'ask';
    const row = {
      description: tool.description,
      input_schema: JSON.stringify(tool.inputSchema),
      fingerprint,
      policy,
      is_gone: 0,
      seen_at: now,
    };
    await tables(db)
      .insertInto('tools_offered')
      .values({ ...row, owner, server_id: serverId, name: tool.name, accepted_fingerprint: null })
      .onConflict((conflict) => conflict.columns(['server_id', 'name']).doUpdateSet(row))
      .execute();
  }
}

/** The owner has looked: the tool as it is now is accepted, with this policy. False when there is none. */
export async function acceptTool(
  owner: string,
  db: Database,
  { serverId, name, policy }: { serverId: string; name: string; policy: Policy },
): Promise<boolean> {
  const { numUpdatedRows } = await tables(db)
    .updateTable('tools_offered')
    .set(({ ref }) => ({ policy, accepted_fingerprint: ref('fingerprint') }))
    .where('owner', '=', owner)
    .where('server_id', '=', serverId)
    .where('name', '=', name)
    .where('is_gone', '=', 0)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
