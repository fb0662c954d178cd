/** What of conversations travels: everything but private talk. */
import { sql } from 'kysely';
import type { Portable } from '../../../kernel/portable.ts';
import { portableTable } from '../../../platform/db/portable.ts';

const isOpenTalk = sql<boolean>`conversation_id in (select id from conversations where is_private = 0)`;

export const portableConversations: readonly Portable[] = [
  portableTable({ name: 'conversations', key: ['id'], only: (rows) => rows.where('is_private', '=', 0) }),
  portableTable({ name: 'turns', key: ['id'], revisions: 'turn_revisions', only: (rows) => rows.where(isOpenTalk) }),
  portableTable({ name: 'conversation_summaries', key: ['id'], only: (rows) => rows.where(isOpenTalk) }),
  portableTable({ name: 'conversation_instructions', key: ['id'] }),
];
