/** All SQL of the audit chain. The head row is updated first, so that appends queue up behind each other. */
import { sql } from 'kysely';
import type { Database } from '../../kernel/context.ts';
import { inTransaction, sqlOf } from '../../platform/db/database.ts';
import { type ChainedEntry, type Entry, entrySchema, hashOf } from './entry.ts';

interface EntryRow extends Omit<ChainedEntry, 'at'> {
  at: number;
}
interface Tables {
  audit_entries: EntryRow;
  audit_head: { id: number; seq: number; hash: string };
}

const chained = ({ at, ...row }: EntryRow): ChainedEntry => ({ ...row, at: new Date(at).toISOString() });

export async function appendEntry(owner: string, db: Database, entry: Omit<Entry, 'seq'>): Promise<void> {
  await inTransaction(db, async (tx) => {
    const tables = sqlOf<Tables>(tx);
    const head = await tables
      .updateTable('audit_head')
      .set({ seq: sql`seq + 1` })
      .where('id', '=', 1)
      .returning(['seq', 'hash'])
      .executeTakeFirstOrThrow();
    const full = { ...entry, owner, seq: head.seq, previous_hash: head.hash };
    const hash = hashOf(full);
    await tables
      .insertInto('audit_entries')
      .values({ ...full, at: Date.parse(entry.at), hash })
      .execute();
    await tables.updateTable('audit_head').set({ hash }).where('id', '=', 1).execute();
  });
}

export async function listEntries(
  owner: string,
  db: Database,
  page: { before?: number | undefined; limit: number; withStrangers: boolean },
): Promise<Entry[]> {
  // Calls of nobody signed in, such as signing in, stand under no owner.
  const owners = page.withStrangers ? [owner, ''] : [owner];
  const rows = await sqlOf<Tables>(db)
    .selectFrom('audit_entries')
    .selectAll()
    .where('owner', 'in', owners)
    .where('seq', '<', page.before ?? Number.MAX_SAFE_INTEGER)
    .orderBy('seq', 'desc')
    .limit(page.limit)
    .execute();
  return rows.map((row) => entrySchema.parse(chained(row)));
}

/** The chain of everybody, in pages, for verification only. */
export async function readChain(db: Database, afterSeq: number, limit: number): Promise<ChainedEntry[]> {
  const rows = await sqlOf<Tables>(db)
    .selectFrom('audit_entries')
    .selectAll()
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(chained);
}

export async function readHead(db: Database): Promise<{ seq: number; hash: string }> {
  return sqlOf<Tables>(db)
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
}
