/** All SQL of conversations; turns have their own store beside their schema. */
import type { Database } from '../../kernel/context.ts';
import { sqlOf } from '../../platform/db/database.ts';
import type { Conversation } from './conversation.ts';
import { recordRemovals } from './turns/store.ts';

export interface ConversationRow {
  id: string;
  owner: string;
  title: string;
  head_turn_id: string | null;
  /** 1 for a conversation that is remembered by nobody. */
  is_private: number;
  created_at: number;
  updated_at: number;
}

const tables = (db: Database) => sqlOf<{ conversations: ConversationRow }>(db);

function conversationOf({
  id,
  title,
  head_turn_id,
  is_private,
  created_at,
  updated_at,
}: ConversationRow): Conversation {
  return {
    id,
    title,
    head_turn_id,
    private: is_private === 1,
    created_at: new Date(created_at).toISOString(),
    updated_at: new Date(updated_at).toISOString(),
  };
}

export async function insertConversation(
  owner: string,
  db: Database,
  row: Omit<ConversationRow, 'owner' | 'is_private'> & { is_private?: number },
): Promise<void> {
  await tables(db)
    .insertInto('conversations')
    .values({ is_private: 0, ...row, owner })
    .execute();
}

export async function findConversation(owner: string, db: Database, id: string): Promise<Conversation | null> {
  const row = await tables(db)
    .selectFrom('conversations')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? conversationOf(row) : null;
}

/** Newest first: what was changed before a time, or at that time by a conversation with a smaller id; of `ids`, if given. */
export async function listConversationRows(
  owner: string,
  db: Database,
  page: { before: number; beforeId: string; limit: number; ids?: readonly string[] },
): Promise<Conversation[]> {
  const query = tables(db)
    .selectFrom('conversations')
    .selectAll()
    .where('owner', '=', owner)
    .where(({ eb, or, and }) =>
      or([eb('updated_at', '<', page.before), and([eb('updated_at', '=', page.before), eb('id', '<', page.beforeId)])]),
    )
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit);
  const rows = await (page.ids ? query.where('id', 'in', page.ids) : query).execute();
  return rows.map(conversationOf);
}

/** Ids of conversations whose title holds the words, newest first. */
export async function findByTitle(owner: string, db: Database, words: string): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('conversations')
    .select('id')
    .where('owner', '=', owner)
    .where('is_private', '=', 0)
    .where(({ fn }) => fn<string>('lower', ['title']), 'like', `%${words.toLowerCase().replaceAll(/[%_]/g, '')}%`)
    .orderBy('updated_at', 'desc')
    .limit(50)
    .execute();
  return rows.map(({ id }) => id);
}

/** Private conversations of anybody that were last changed before a time. */
export async function listExpired(db: Database, before: number): Promise<{ owner: string; id: string }[]> {
  return tables(db)
    .selectFrom('conversations')
    .select(['owner', 'id'])
    .where('is_private', '=', 1)
    .where('updated_at', '<', before)
    .limit(500)
    .execute();
}

/** Which of these conversations are there, and what they are called. */
export async function findConversations(owner: string, db: Database, ids: readonly string[]): Promise<Conversation[]> {
  if (ids.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('conversations')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', 'in', ids)
    .execute();
  return rows.map(conversationOf);
}

export async function updateConversationRow(
  owner: string,
  db: Database,
  change: { id: string; title?: string; head_turn_id?: string; updated_at: number },
): Promise<boolean> {
  const { id, ...values } = change;
  const { numUpdatedRows } = await tables(db)
    .updateTable('conversations')
    .set(values)
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Removes the conversation with all its turns; search forgets them too. */
export async function deleteConversation(owner: string, db: Database, id: string): Promise<boolean> {
  await recordRemovals(owner, db, id);
  const { numDeletedRows } = await tables(db)
    .deleteFrom('conversations')
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
