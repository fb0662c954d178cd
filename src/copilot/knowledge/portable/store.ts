/** What of knowledge travels: which packs are consulted, and the packs that were installed. */
import { portableTable } from '../../../platform/db/portable.ts';

export const portableKnowledge = [
  portableTable({ name: 'knowledge_packs', key: ['id'] }),
  portableTable({ name: 'knowledge_versions', key: ['id', 'ordinal'] }),
];
