/** All SQL of channels. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import type { OwnChannel } from './channel.ts';

interface ChannelRow {
  id: string;
  owner: string;
  type: string;
  name: string;
  config: string;
  severity_min: OwnChannel['severity_min'];
  created_at: number;
}

const tables = (db: Database) => sqlOf<{ alert_channels: ChannelRow }>(db);

const channelOf = ({ owner: _owner, config, created_at, ...row }: ChannelRow): OwnChannel => ({
  ...row,
  config: JSON.parse(config),
  created_at: new Date(created_at).toISOString(),
});

/** False when the owner has a channel of this name. */
export async function insertChannel(owner: string, db: Database, channel: OwnChannel): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(db)
    .insertInto('alert_channels')
    .values({
      ...channel,
      owner,
      config: JSON.stringify(channel.config),
      created_at: Date.parse(channel.created_at),
    })
    .onConflict((conflict) => conflict.columns(['owner', 'name']).doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) > 0;
}

export async function listChannelRows(owner: string, db: Database, limit: number): Promise<OwnChannel[]> {
  const rows = await tables(db)
    .selectFrom('alert_channels')
    .selectAll()
    .where('owner', '=', owner)
    .orderBy('created_at')
    .limit(limit)
    .execute();
  return rows.map(channelOf);
}

export async function findChannel(owner: string, db: Database, id: string): Promise<OwnChannel | null> {
  const row = await tables(db)
    .selectFrom('alert_channels')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? channelOf(row) : null;
}

export async function deleteChannel(owner: string, db: Database, id: string): Promise<void> {
  await tables(db).deleteFrom('alert_channels').where('owner', '=', owner).where('id', '=', id).execute();
}
