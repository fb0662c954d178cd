/** All SQL of mutes. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import type { Mute } from './mute.ts';

interface MuteRow {
  id: string;
  owner: string;
  rule: string | null;
  subject: string | null;
  until: number | null;
  created_at: number;
}

const tables = (db: Database) => sqlOf<{ alert_mutes: MuteRow }>(db);

const muteOf = ({ id, rule, subject, until, created_at }: MuteRow): Mute => ({
  id,
  rule,
  subject,
  until: until === null ? null : new Date(until).toISOString(),
  created_at: new Date(created_at).toISOString(),
});

export async function insertMute(owner: string, db: Database, mute: Mute): Promise<void> {
  const { until, created_at } = mute;
  await tables(db)
    .insertInto('alert_mutes')
    .values({ ...mute, owner, until: until === null ? null : Date.parse(until), created_at: Date.parse(created_at) })
    .execute();
}

/** Those still in force, newest first. */
export async function listMutes(owner: string, db: Database, page: { now: number; limit: number }): Promise<Mute[]> {
  const rows = await tables(db)
    .selectFrom('alert_mutes')
    .selectAll()
    .where('owner', '=', owner)
    .where((row) => row.or([row('until', 'is', null), row('until', '>', page.now)]))
    .orderBy('created_at', 'desc')
    .limit(page.limit)
    .execute();
  return rows.map(muteOf);
}

export async function deleteMute(owner: string, db: Database, id: string): Promise<Mute | null> {
  const row = await tables(db)
    .deleteFrom('alert_mutes')
    .where('owner', '=', owner)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row ? muteOf(row) : null;
}

/** Mutes of all owners that ended before `time`. */
export async function deleteMutesBefore(db: Database, time: number): Promise<void> {
  await tables(db).deleteFrom('alert_mutes').where('until', '<', time).execute();
}
