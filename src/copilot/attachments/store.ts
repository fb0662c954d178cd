/** All SQL of attachments. Content is addressed by its hash within its owner and goes with its last attachment. */
import type { Database } from '../../kernel/context.ts';
import { sqlOf } from '../../platform/db/database.ts';
import type { Attachment } from './attachment.ts';

interface AttachmentRow {
  id: string;
  owner: string;
  name: string;
  media_type: string;
  kind: Attachment['kind'];
  bytes: number;
  sha256: string;
  text: string;
  text_chars: number;
  created_at: number;
}
interface Tables {
  attachments: AttachmentRow;
  attachment_contents: { owner: string; sha256: string; content: Uint8Array };
  attachment_uses: { owner: string; attachment_id: string; conversation_id: string };
}

const tables = (db: Database) => sqlOf<Tables>(db);

/** An attachment with what can be read of it. */
export interface KeptAttachment extends Attachment {
  readonly text: string;
}

function attachmentOf(row: AttachmentRow): KeptAttachment {
  const { id, name, media_type, kind, bytes, text, text_chars, created_at } = row;
  const is_truncated = text_chars > text.length;
  return {
    id,
    name,
    media_type,
    kind,
    bytes,
    text_chars,
    is_truncated,
    text,
    created_at: new Date(created_at).toISOString(),
  };
}

export async function insertAttachment(
  owner: string,
  db: Database,
  { content, ...row }: Omit<AttachmentRow, 'owner'> & { content: Uint8Array },
): Promise<void> {
  await tables(db)
    .insertInto('attachment_contents')
    .values({ owner, sha256: row.sha256, content })
    .onConflict((conflict) => conflict.columns(['owner', 'sha256']).doNothing())
    .execute();
  await tables(db)
    .insertInto('attachments')
    .values({ ...row, owner })
    .execute();
}

export async function findAttachments(owner: string, db: Database, ids: readonly string[]): Promise<KeptAttachment[]> {
  if (ids.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('attachments')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', 'in', ids)
    .execute();
  return rows.map(attachmentOf);
}

/** Newest first; only those shown in a conversation, if one is given. */
export async function listAttachmentRows(
  owner: string,
  db: Database,
  { limit, conversationId }: { limit: number; conversationId?: string | undefined },
): Promise<KeptAttachment[]> {
  const uses = tables(db)
    .selectFrom('attachment_uses')
    .select('attachment_id')
    .where('owner', '=', owner)
    .where('conversation_id', '=', conversationId ?? '');
  const query = tables(db)
    .selectFrom('attachments')
    .selectAll()
    .where('owner', '=', owner)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  const rows = await (conversationId === undefined ? query : query.where('id', 'in', uses)).execute();
  return rows.map(attachmentOf);
}

export async function contentOf(owner: string, db: Database, id: string): Promise<Uint8Array | null> {
  const row = await tables(db)
    .selectFrom('attachment_contents')
    .innerJoin('attachments', (join) =>
      join
        .onRef('attachments.owner', '=', 'attachment_contents.owner')
        .onRef('attachments.sha256', '=', 'attachment_contents.sha256'),
    )
    .select('content')
    .where('attachments.owner', '=', owner)
    .where('attachments.id', '=', id)
    .executeTakeFirst();
  return row?.content ?? null;
}

export async function bytesKept(owner: string, db: Database): Promise<number> {
  const { bytes } = await tables(db)
    .selectFrom('attachments')
    .select(({ fn }) => fn.sum('bytes').as('bytes'))
    .where('owner', '=', owner)
    .executeTakeFirstOrThrow();
  return Number(bytes ?? 0);
}

export async function recordUses(
  owner: string,
  db: Database,
  { ids, conversationId }: { ids: readonly string[]; conversationId: string },
): Promise<void> {
  if (ids.length === 0) return;
  await tables(db)
    .insertInto('attachment_uses')
    .values(ids.map((attachment_id) => ({ owner, attachment_id, conversation_id: conversationId })))
    .onConflict((conflict) => conflict.columns(['attachment_id', 'conversation_id']).doNothing())
    .execute();
}

/** Content that no attachment names any more. Call it in the transaction that removed the last one. */
async function deleteOrphans(owner: string, db: Database): Promise<void> {
  const named = tables(db).selectFrom('attachments').select('sha256').where('owner', '=', owner);
  await tables(db)
    .deleteFrom('attachment_contents')
    .where('owner', '=', owner)
    .where('sha256', 'not in', named)
    .execute();
}

export async function deleteAttachments(owner: string, db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tables(db).deleteFrom('attachments').where('owner', '=', owner).where('id', 'in', ids).execute();
  await deleteOrphans(owner, db);
}

/** Takes a conversation's uses away; returns the attachments that are used nowhere else. */
export async function takeUses(owner: string, db: Database, conversationId: string): Promise<string[]> {
  const used = await tables(db)
    .deleteFrom('attachment_uses')
    .where('owner', '=', owner)
    .where('conversation_id', '=', conversationId)
    .returning('attachment_id')
    .execute();
  const ids = used.map(({ attachment_id }) => attachment_id);
  if (ids.length === 0) return [];
  const elsewhere = await tables(db)
    .selectFrom('attachment_uses')
    .select('attachment_id')
    .where('owner', '=', owner)
    .where('attachment_id', 'in', ids)
    .execute();
  const kept = new Set(elsewhere.map(({ attachment_id }) => attachment_id));
  return ids.filter((id) => !kept.has(id));
}
