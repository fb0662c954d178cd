/** What of knowledge travels: which packs are consulted, and the packs that were installed. */
import type { Portable } from '../../../kernel/portable.ts';
import { portableTable } from '../../../platform/db/portable.ts';

export const portableKnowledge: readonly Portable[] = [
  portableTable({ name: 'knowledge_packs', key: ['id'] }),
  portableTable({ name: 'knowledge_versions', key: ['id', 'ordinal'] }),
];
