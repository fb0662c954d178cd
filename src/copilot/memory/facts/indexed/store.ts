/** SQL of facts as search sees them: their vectors, and what changed since a revision. */

import type { Database } from '../../../../kernel/context.ts';
import type { SearchChange } from '../../../../kernel/ports.ts';
import { sqlOf } from '../../../../platform/db/database.ts';
import type { FactRow } from '../row.ts';
import { nextRevision } from '../store.ts';

const tables = (db: Database) =>
  sqlOf<{ memory_facts: FactRow; memory_fact_removals: { owner: string; id: string; revision: number } }>(db);

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

/** Which facts an index holds: those in use, or also those that are over. */
export type Indexed = 'current' | 'ever';

const STATES_OF = { current: ['current'], ever: ['current', 'past'] } as const;

/** What search indexes, in order of revision: facts that may be used, with their vectors. */
export async function factChanges(
  owner: string,
  db: Database,
  { after, limit, embedder, which }: { after: number; limit: number; embedder: string; which: Indexed },
): Promise<SearchChange[]> {
  const rows = await tables(db)
    .selectFrom('memory_facts')
    .select(['id', 'fact', 'category', 'state', 'vector', 'embedder', 'updated_at', 'removed_at', 'revision'])
    .where('owner', '=', owner)
    .where('revision', '>', after)
    .orderBy('revision')
    .limit(limit)
    .execute();
  const gone = await tables(db)
    .selectFrom('memory_fact_removals')
    .select(['id', 'revision'])
    .where('owner', '=', owner)
    .where('revision', '>', after)
    .orderBy('revision')
    .limit(limit)
    .execute();
  const states: readonly string[] = STATES_OF[which];
  const kept: SearchChange[] = rows.map(
    ({ id, fact, category, state, vector, updated_at, removed_at, revision, ...row }) => {
      if (removed_at !== null || !states.includes(state)) return { id, revision, document: null };
      const document = { id, text: fact, category, time: updated_at };
      // Vectors of another embedder lie in another space; until `memory.embed` made new ones, words alone must do.
      if (vector === null || row.embedder !== embedder) return { id, revision, document };
      const { buffer, byteOffset, length } = vector;
      return { id, revision, document: { ...document, vector: new Int8Array(buffer, byteOffset, length) } };
    },
  );
  if (gone.length === 0) return kept;
  const removed = gone.map((one) => ({ ...one, document: null }));
  return [...kept, ...removed].sort((a, b) => a.revision - b.revision).slice(0, limit);
}
