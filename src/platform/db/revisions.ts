/**
 * Revisions: a counter per owner for each collection that search follows. Taking one locks the owner's row until the
 * commit, so revisions become visible in their own order and a reader that asks for "everything after 7" misses nothing.
 */
import type { Database } from '../../kernel/context.ts';
import { sqlOf } from './database.ts';

/** A table with `owner` (primary key) and `revision`. */
type RevisionTables = Record<string, { owner: string; revision: number }>;

/** Takes `count` revisions of an owner and returns the last of them. Call it in the transaction that writes the rows. */
export async function takeRevisions(
  owner: string,
  db: Database,
  { table, count = 1 }: { table: string; count?: number },
): Promise<number> {
  const { revision } = await sqlOf<RevisionTables>(db)
    .insertInto(table)
    .values({ owner, revision: count })
    .onConflict((conflict) =>
      conflict.column('owner').doUpdateSet(({ eb, ref }) => ({ revision: eb(ref(`${table}.revision`), '+', count) })),
    )
    .returning('revision')
    .executeTakeFirstOrThrow();
  return revision;
}
