/** SQL of erasing facts for good: which speak of something, and taking them away with all that hangs on them. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import { termPattern } from '../../../platform/db/erase.ts';
import { takeRevisions } from '../../../platform/db/revisions.ts';
import type { FactRow } from '../facts/row.ts';

export { compact, eraseWords } from '../../../platform/db/erase.ts';

interface Tables {
  memory_facts: FactRow;
  memory_fact_versions: { owner: string; fact_id: string; fact: string };
  memory_fact_removals: { owner: string; id: string; revision: number };
}
const tables = (db: Database) => sqlOf<Tables>(db);

/** What of a fact may stand elsewhere too. */
export type Erasable = Pick<FactRow, 'id' | 'fact' | 'quote' | 'value' | 'turn_id'>;
const COLUMNS = ['id', 'fact', 'quote', 'value', 'turn_id'] as const;
/** Ids per statement. */
const PAGE = 500;

/** Facts of whatever state, forgotten ones too, that name any of the terms. */
export async function factsNaming(owner: string, db: Database, terms: readonly string[]): Promise<Erasable[]> {
  const rows = await tables(db)
    .selectFrom('memory_facts')
    .select([...COLUMNS, 'subject', 'attribute', 'metadata', 'category'])
    .where('owner', '=', owner)
    .execute();
  const pattern = termPattern(terms);
  return rows.filter(({ fact, quote, subject, attribute, value, metadata, category }) =>
    [fact, quote, subject, attribute, value, metadata, category].some((text) => text !== null && pattern.test(text)),
  );
}

export async function factsOfTurns(owner: string, db: Database, turnIds: readonly string[]): Promise<Erasable[]> {
  const found: Erasable[] = [];
  for (let from = 0; from < turnIds.length; from += PAGE) {
    const page = turnIds.slice(from, from + PAGE);
    const query = tables(db).selectFrom('memory_facts').select(COLUMNS).where('owner', '=', owner);
    found.push(...(await query.where('turn_id', 'in', page).execute()));
  }
  return found;
}

export async function erasableFact(owner: string, db: Database, id: string): Promise<Erasable | null> {
  const query = tables(db).selectFrom('memory_facts').select(COLUMNS).where('owner', '=', owner).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

/** True when another fact claims the same value, so that the value is not this fact's alone. */
export async function isClaimedElsewhere(owner: string, db: Database, { id, value }: Erasable): Promise<boolean> {
  const query = tables(db).selectFrom('memory_facts').select('id').where('owner', '=', owner).where('id', '!=', id);
  return (await query.where('value', '=', value).limit(1).executeTakeFirst()) !== undefined;
}

export async function wordsOfVersions(owner: string, db: Database, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const query = tables(db).selectFrom('memory_fact_versions').select('fact').distinct().where('owner', '=', owner);
  return (await query.where('fact_id', 'in', ids).execute()).map(({ fact }) => fact);
}

/** Deletes facts with versions and conflicts, and notes their ids for search. */
export async function eraseFacts(owner: string, db: Database, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += PAGE) {
    const page = ids.slice(from, from + PAGE);
    const last = await takeRevisions(owner, db, { table: 'memory_revisions', count: page.length });
    await tables(db).deleteFrom('memory_facts').where('owner', '=', owner).where('id', 'in', page).execute();
    const removals = page.map((id, index) => ({ owner, id, revision: last - index }));
    await tables(db).insertInto('memory_fact_removals').values(removals).execute();
  }
}
