/** All SQL of facts. Every change takes the owner's next revision and leaves a version, in one transaction. */
import type { Database } from '../../../kernel/context.ts';
import type { SearchChange } from '../../../kernel/ports.ts';
import { checkedOwner, inTransaction, sqlOf } from '../../../platform/db/database.ts';
import { firstRow, prepareQuery } from '../../../platform/db/prepared.ts';
import { takeRevisions } from '../../../platform/db/revisions.ts';
import type { Fact } from './fact.ts';

export interface FactRow {
  id: string;
  owner: string;
  fact: string;
  same_as: string;
  category: string;
  source: Fact['source'];
  trust: Fact['trust'];
  confidence: number;
  subject: string | null;
  attribute: string | null;
  conversation_id: string | null;
  turn_id: string | null;
  quote: string | null;
  metadata: string;
  vector: Uint8Array | null;
  embedder: string;
  created_at: number;
  updated_at: number;
  removed_at: number | null;
  revision: number;
}

interface Tables {
  memory_facts: FactRow;
}

const tables = (db: Database) => sqlOf<Tables>(db);
const iso = (ms: number): string => new Date(ms).toISOString();

/** Everything but the vector, which only the search index reads. */
const COLUMNS = [
  'id',
  'owner',
  'fact',
  'category',
  'source',
  'trust',
  'confidence',
  'conversation_id',
  'turn_id',
  'quote',
  'metadata',
  'created_at',
  'updated_at',
  'removed_at',
] as const;

function factOf(row: Pick<FactRow, (typeof COLUMNS)[number]>): Fact {
  const { id, owner, fact, category, source, trust, confidence, conversation_id, turn_id, quote } = row;
  return {
    id,
    user_id: owner,
    fact,
    category,
    source,
    trust,
    confidence,
    evidence: turn_id === null ? null : { conversation_id, turn_id, quote },
    metadata: JSON.parse(row.metadata),
    created_at: iso(row.created_at),
    updated_at: iso(row.updated_at),
    removed_at: row.removed_at === null ? null : iso(row.removed_at),
  };
}

/** The owner's next revision, for search to follow. */
export const nextRevision = (owner: string, db: Database): Promise<number> =>
  takeRevisions(owner, db, { table: 'memory_revisions' });

/** Makes other writers of this owner wait until the commit, so that looking for a fact and writing it are one act. */
export async function lockFacts(owner: string, db: Database): Promise<void> {
  await nextRevision(owner, db);
}

export async function insertFact(
  owner: string,
  db: Database,
  row: Omit<FactRow, 'owner' | 'revision' | 'removed_at'>,
): Promise<void> {
  await tables(db)
    .insertInto('memory_facts')
    .values({ ...row, owner, removed_at: null, revision: await nextRevision(owner, db) })
    .execute();
}

const factById = prepareQuery((db, value) =>
  tables(db)
    .selectFrom('memory_facts')
    .select(COLUMNS)
    .where('owner', '=', value('owner'))
    .where('id', '=', value('id')),
);

export async function findFact(owner: string, db: Database, id: string): Promise<Fact | null> {
  const row = await firstRow(db, factById, { owner, id });
  return row ? factOf(row) : null;
}

export async function findFacts(owner: string, db: Database, ids: readonly string[]): Promise<Fact[]> {
  if (ids.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('memory_facts')
    .select(COLUMNS)
    .where(checkedOwner, '=', owner)
    .where('id', 'in', ids)
    .execute();
  return rows.map(factOf);
}

/** The fact remembered under the same key, if any. */
export async function findSameFact(owner: string, db: Database, sameAs: string): Promise<Fact | null> {
  const row = await tables(db)
    .selectFrom('memory_facts')
    .select(COLUMNS)
    .where('owner', '=', owner)
    .where('same_as', '=', sameAs)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row ? factOf(row) : null;
}

export interface FactFilter {
  readonly category?: string | undefined;
  readonly source?: Fact['source'] | undefined;
  readonly trust?: Fact['trust'] | undefined;
  readonly turnId?: string | undefined;
  readonly isRemoved: boolean;
  /** Leaves out what may be shown but never used. */
  readonly isUsable?: boolean;
}

function filtered(owner: string, db: Database, { category, source, trust, turnId, isRemoved, isUsable }: FactFilter) {
  let query = tables(db)
    .selectFrom('memory_facts')
    .where('owner', '=', owner)
    .where('removed_at', isRemoved ? 'is not' : 'is', null);
  if (category !== undefined) query = query.where('category', '=', category);
  if (source !== undefined) query = query.where('source', '=', source);
  if (trust !== undefined) query = query.where('trust', '=', trust);
  if (isUsable) query = query.where('trust', '!=', 'quarantined');
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

export async function updateFactRow(
  owner: string,
  db: Database,
  change: Partial<
    Pick<
      FactRow,
      'fact' | 'same_as' | 'category' | 'confidence' | 'metadata' | 'vector' | 'embedder' | 'removed_at' | 'trust'
    >
  > & { id: string; updated_at?: number },
): Promise<boolean> {
  const { id, ...values } = change;
  return inTransaction(db, async (tx) => {
    const { numUpdatedRows } = await tables(tx)
      .updateTable('memory_facts')
      .set({ ...values, revision: await nextRevision(owner, tx) })
      .where('owner', '=', owner)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  });
}

/** True when a fact was ever learned from this turn, even if it was forgotten since. */
export async function hasLearnedFrom(owner: string, db: Database, turnId: string): Promise<boolean> {
  const row = await tables(db)
    .selectFrom('memory_facts')
    .select('id')
    .where('owner', '=', owner)
    .where('turn_id', '=', turnId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Of these turns, those that taught a fact which was forgotten since. */
export async function forgottenTurns(owner: string, db: Database, turnIds: readonly string[]): Promise<Set<string>> {
  if (turnIds.length === 0) return new Set();
  const rows = await tables(db)
    .selectFrom('memory_facts')
    .select('turn_id')
    .where(checkedOwner, '=', owner)
    .where('turn_id', 'in', turnIds)
    .where('removed_at', 'is not', null)
    .execute();
  return new Set(rows.flatMap(({ turn_id }) => turn_id ?? []));
}

/** Erases, for every owner, the facts removed before a time; their versions go with them. */
export async function purgeRemoved(db: Database, removedBefore: number): Promise<number> {
  const { numDeletedRows } = await tables(db)
    .deleteFrom('memory_facts')
    .where('removed_at', '<', removedBefore)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Gives a fact its vector, unless its words have changed since they were read. */
export async function setVector(
  owner: string,
  db: Database,
  { id, fact, ...values }: Pick<FactRow, 'id' | 'fact' | 'vector' | 'embedder'>,
): Promise<void> {
  await tables(db)
    .updateTable('memory_facts')
    .set({ ...values, revision: await nextRevision(owner, db) })
    .where('owner', '=', owner)
    .where('id', '=', id)
    .where('fact', '=', fact)
    .execute();
}

/** Facts whose vector another embedder made. */
export async function listForeignVectors(
  db: Database,
  embedder: string,
  limit: number,
): Promise<{ owner: string; id: string; fact: string }[]> {
  return tables(db)
    .selectFrom('memory_facts')
    .select(['owner', 'id', 'fact'])
    .where('embedder', '!=', embedder)
    .where('removed_at', 'is', null)
    .limit(limit)
    .execute();
}

/** What search indexes, in order of revision: facts that may be used, with their vectors. */
export async function factChanges(
  owner: string,
  db: Database,
  { after, limit, embedder }: { after: number; limit: number; embedder: string },
): Promise<SearchChange[]> {
  const rows = await tables(db)
    .selectFrom('memory_facts')
    .select(['id', 'fact', 'category', 'trust', 'vector', 'embedder', 'updated_at', 'removed_at', 'revision'])
    .where('owner', '=', owner)
    .where('revision', '>', after)
    .orderBy('revision')
    .limit(limit)
    .execute();
  return rows.map(({ id, fact, category, trust, vector, updated_at, removed_at, revision, ...row }) => {
    if (removed_at !== null || trust === 'quarantined') return { id, revision, document: null };
    const document = { id, text: fact, category, time: updated_at };
    // Vectors of another embedder lie in another space; until `memory.embed` made new ones, words alone must do.
    if (vector === null || row.embedder !== embedder) return { id, revision, document };
    const { buffer, byteOffset, length } = vector;
    return { id, revision, document: { ...document, vector: new Int8Array(buffer, byteOffset, length) } };
  });
}
