/** What of attachments travels: files and pictures shown in talk that travels, so nothing of private talk. */
import { sql } from 'kysely';
import type { Portable } from '../../../kernel/portable.ts';
import { portableTable } from '../../../platform/db/portable.ts';

const isOpenTalk = sql<boolean>`conversation_id in (select id from conversations where is_private = 0)`;
const isShown = sql<boolean>`id in (select attachment_id from attachment_uses where ${isOpenTalk})`;
const isOfShown = sql<boolean>`sha256 in (select sha256 from attachments where ${isShown}
  and attachments.owner = attachment_contents.owner)`;

export const portableAttachments: readonly Portable[] = [
  // A page is one request: a file or picture by itself fills it.
  portableTable({
    name: 'attachment_contents',
    key: ['sha256'],
    rowsMax: 1,
    only: (rows) => rows.where(isOfShown),
  }),
  portableTable({ name: 'attachments', key: ['id'], rowsMax: 20, only: (rows) => rows.where(isShown) }),
  portableTable({
    name: 'attachment_uses',
    key: ['attachment_id', 'conversation_id'],
    only: (rows) => rows.where(isOpenTalk),
  }),
];
