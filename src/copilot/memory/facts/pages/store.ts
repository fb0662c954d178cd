/** SQL of facts page by page, narrowed by a filter. */
import type { Database } from '../../../../kernel/context.ts';
import { sqlOf } from '../../../../platform/db/database.ts';
import type { Period } from '../../truth/time-words.ts';
import type { Fact } from '../fact.ts';
import { COLUMNS, type FactRow, factOf } from '../row.ts';

const tables = (db: Database) => sqlOf<{ memory_facts: FactRow }>(db);

export interface FactFilter {
  readonly category?: string | undefined;
  readonly source?: Fact['source'] | undefined;
  readonly trust?: Fact['trust'] | undefined;
  readonly turnId?: string | undefined;
  readonly state?: Fact['state'] | undefined;
  readonly isRemoved: boolean;
  /** Only what holds at this time: leaves out what is over, contested or quarantined. */
  readonly heldAt?: number | undefined;
  /** Only what was so at some moment of this period, over since or not. */
  readonly valid?: Period | undefined;
}

function filtered(
  owner: string,
  db: Database,
  { category, source, trust, turnId, state, isRemoved, heldAt, valid }: FactFilter,
) {
  let query = tables(db)
    .selectFrom('memory_facts')
    .where('owner', '=', owner)
    .where('removed_at', isRemoved ? 'is not' : 'is', null);
  if (category !== undefined) query = query.where('category', '=', category);
  if (source !== undefined) query = query.where('source', '=', source);
  if (trust !== undefined) query = query.where('trust', '=', trust);
  if (state !== undefined) query = query.where('state', '=', state);
  if (valid) {
    query = query
      .where('state', 'in', ['current', 'past'])
      .where(({ eb, or }) => or([eb('valid_from', 'is', null), eb('valid_from', '<', valid.end)]))
      .where(({ eb, or }) => or([eb('valid_to', 'is', null), eb('valid_to', '>', valid.start)]))
      .where(({ eb, or, ref }) =>
        or([eb('valid_from', 'is', null), eb('valid_to', 'is', null), eb('valid_to', '>', ref('valid_from'))]),
      );
  }
  if (heldAt !== undefined) {
    query = query
      .where('state', '=', 'current')
      .where(({ eb, or }) => or([eb('valid_to', 'is', null), eb('valid_to', '>', heldAt)]));
  }
  if (turnId !== undefined) query = query.where('turn_id', '=', turnId);
  return query;
}

/** Newest first; `before` is the creation time and id of the last fact of the page before. */
export async function listFactRows(
  owner: string,
  db: Database,
  page: FactFilter & { before?: { createdAt: number; id: string } | undefined; limit: number },
): Promise<Fact[]> {
  const { before, limit } = page;
  let query = filtered(owner, db, page)
    .select(COLUMNS)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (before) {
    query = query.where(({ eb, or, and }) =>
      or([
        eb('created_at', '<', before.createdAt),
        and([eb('created_at', '=', before.createdAt), eb('id', '<', before.id)]),
      ]),
    );
  }
  return (await query.execute()).map(factOf);
}

export async function countFacts(owner: string, db: Database, filter: FactFilter): Promise<number> {
  const { count } = await filtered(owner, db, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What waits in quarantine, newest first. */
export async function findQuarantined(owner: string, db: Database, limit: number): Promise<Fact[]> {
  return listFactRows(owner, db, { isRemoved: false, state: 'quarantined', limit });
}
