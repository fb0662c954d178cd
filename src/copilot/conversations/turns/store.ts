/** All SQL of turns. Every change takes the owner's next revision, in the same transaction, so that search can follow. */
import type { Database } from '../../../kernel/context.ts';
import type { SearchChange } from '../../../kernel/ports.ts';
import { checkedOwner, inTransaction, sqlOf } from '../../../platform/db/database.ts';
import { takeRevisions } from '../../../platform/db/revisions.ts';
import type { Turn, TurnMetadata } from './turn.ts';

interface TurnRow {
  id: string;
  owner: string;
  conversation_id: string;
  parent_id: string | null;
  position: number;
  role: Turn['role'];
  speaker: string;
  content: string;
  status: Turn['status'];
  metadata: string;
  created_at: number;
  updated_at: number;
  revision: number;
}
interface Tables {
  conversations: { id: string; is_private: number };
  turns: TurnRow;
  turn_removals: { owner: string; id: string; revision: number };
}

const tables = (db: Database) => sqlOf<Tables>(db);

function turnOf(row: TurnRow): Turn {
  const { id, conversation_id, parent_id, role, speaker, content, status, metadata, created_at } = row;
  const timestamp = new Date(created_at).toISOString();
  return { id, conversation_id, parent_id, role, speaker, content, status, metadata: JSON.parse(metadata), timestamp };
}

/** The last of the owner's next revisions, for search to follow. */
const nextRevision = (owner: string, db: Database, count = 1): Promise<number> =>
  takeRevisions(owner, db, { table: 'turn_revisions', count });

/** Rows per statement: PostgreSQL allows 65,535 parameters, SQLite 32,766; a row has 13. */
const ROWS_PER_INSERT = 500;

export type NewTurn = Omit<TurnRow, 'owner' | 'revision' | 'updated_at' | 'metadata'> & { metadata: TurnMetadata };

/** Inserts turns in order; call it inside a transaction when there are several. */
export async function insertTurns(owner: string, db: Database, turns: readonly NewTurn[]): Promise<void> {
  const last = await nextRevision(owner, db, turns.length);
  const first = last - turns.length + 1;
  const rows = turns.map((turn, index) => ({
    ...turn,
    owner,
    metadata: JSON.stringify(turn.metadata),
    updated_at: turn.created_at,
    revision: first + index,
  }));
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await tables(db)
      .insertInto('turns')
      .values(rows.slice(from, from + ROWS_PER_INSERT))
      .execute();
  }
}

export async function findTurn(owner: string, db: Database, id: string): Promise<Turn | null> {
  const row = await tables(db)
    .selectFrom('turns')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? turnOf(row) : null;
}

export async function findTurns(owner: string, db: Database, ids: readonly string[]): Promise<Turn[]> {
  if (ids.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('turns')
    .selectAll()
    .where(checkedOwner, '=', owner)
    .where('id', 'in', ids)
    .execute();
  return rows.map(turnOf);
}

/** Every turn of a conversation, all branches, in the order they were written. */
export async function listTurns(owner: string, db: Database, conversationId: string): Promise<Turn[]> {
  const rows = await tables(db)
    .selectFrom('turns')
    .selectAll()
    .where('owner', '=', owner)
    .where('conversation_id', '=', conversationId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(turnOf);
}

/** The position after the last turn of a conversation. */
export async function nextPosition(owner: string, db: Database, conversationId: string): Promise<number> {
  const { last } = await tables(db)
    .selectFrom('turns')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('owner', '=', owner)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirstOrThrow();
  return last === null ? 0 : Number(last) + 1;
}

export interface TurnChange {
  readonly id: string;
  readonly content?: string;
  readonly status?: Turn['status'];
  readonly metadata?: TurnMetadata;
  readonly now: number;
  /** Change it only while it has this status. */
  readonly ifStatus?: Turn['status'];
}

/** Returns false when no such turn is in the expected state. */
export function updateTurn(owner: string, db: Database, change: TurnChange): Promise<boolean> {
  const { id, content, status, metadata, now, ifStatus } = change;
  // Revision and change commit together, or search could read past the revision before the change is there.
  return inTransaction(db, async (tx) => {
    const values = {
      ...(content === undefined ? {} : { content }),
      ...(status === undefined ? {} : { status }),
      ...(metadata === undefined ? {} : { metadata: JSON.stringify(metadata) }),
      updated_at: now,
      revision: await nextRevision(owner, tx),
    };
    const query = tables(tx).updateTable('turns').set(values).where('owner', '=', owner).where('id', '=', id);
    const { numUpdatedRows } = await (ifStatus
      ? query.where('status', '=', ifStatus)
      : query
    ).executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  });
}

/** True while an answer is being made anywhere in the conversation, on whichever branch. */
export async function isAnswering(owner: string, db: Database, conversationId: string): Promise<boolean> {
  const row = await tables(db)
    .selectFrom('turns')
    .select('id')
    .where('owner', '=', owner)
    .where('conversation_id', '=', conversationId)
    .where('status', '=', 'generating')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Turns that say they are being written, of anybody: few, whatever the size of the record. */
export async function listGenerating(db: Database): Promise<{ owner: string; id: string; updated_at: number }[]> {
  return tables(db)
    .selectFrom('turns')
    .select(['owner', 'id', 'updated_at'])
    .where('status', '=', 'generating')
    .limit(500)
    .execute();
}

/** Notes the turns of a conversation as gone, for search. */
export async function recordRemovals(owner: string, db: Database, conversationId: string): Promise<void> {
  const rows = await tables(db)
    .selectFrom('turns')
    .select('id')
    .where('owner', '=', owner)
    .where('conversation_id', '=', conversationId)
    .execute();
  if (rows.length === 0) return;
  const last = await nextRevision(owner, db, rows.length);
  const removals = rows.map(({ id }, index) => ({ owner, id, revision: last - index }));
  for (let from = 0; from < removals.length; from += ROWS_PER_INSERT) {
    const page = removals.slice(from, from + ROWS_PER_INSERT);
    await tables(db).insertInto('turn_removals').values(page).execute();
  }
}

/** Lets search read turns anew whose words were taken out from under it. */
export async function touchTurns(owner: string, db: Database, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const revision = await nextRevision(owner, db);
    await tables(db).updateTable('turns').set({ revision }).where('owner', '=', owner).where('id', '=', id).execute();
  }
}

/** What search indexes: complete words of people and Nima, in order of revision. */
export async function turnChanges(owner: string, db: Database, after: number, limit: number): Promise<SearchChange[]> {
  const kept = await tables(db)
    .selectFrom('turns')
    .innerJoin('conversations', 'conversations.id', 'turns.conversation_id')
    .select([
      'turns.id',
      'conversation_id',
      'role',
      'speaker',
      'content',
      'status',
      'position',
      'turns.created_at',
      'revision',
      'is_private',
    ])
    .where('turns.owner', '=', owner)
    .where('revision', '>', after)
    .orderBy('revision')
    .limit(limit)
    .execute();
  const gone = await tables(db)
    .selectFrom('turn_removals')
    .select(['id', 'revision'])
    .where('owner', '=', owner)
    .where('revision', '>', after)
    .orderBy('revision')
    .limit(limit)
    .execute();
  const changes: SearchChange[] = [
    ...kept.map(({ id, revision, ...row }) => ({
      id,
      revision,
      // What is said in private is in no index, so no search and no recall can find it.
      document: row.status === 'generating' || row.is_private === 1 ? null : documentOf(id, row),
    })),
    ...gone.map(({ id, revision }) => ({ id, revision, document: null })),
  ];
  return changes.sort((a, b) => a.revision - b.revision).slice(0, limit);
}

function documentOf(
  id: string,
  row: Pick<TurnRow, 'conversation_id' | 'speaker' | 'role' | 'content' | 'created_at' | 'position'>,
) {
  return {
    id,
    text: row.content,
    group: row.conversation_id,
    speaker: row.speaker || row.role,
    category: row.role,
    // Turns imported with one time for all keep their order by position; a millisecond each is below any clock's meaning.
    time: row.created_at + row.position,
  };
}
