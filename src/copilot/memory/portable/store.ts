/** What of memory travels: facts with their versions, conflicts, what was forgotten, imports, the profile. */
import type { Portable } from '../../../kernel/portable.ts';
import { portableTable } from '../../../platform/db/portable.ts';

export const portableMemory: readonly Portable[] = [
  portableTable({ name: 'memory_facts', key: ['id'], revisions: 'memory_revisions' }),
  portableTable({ name: 'memory_fact_versions', key: ['fact_id', 'version'] }),
  portableTable({ name: 'memory_conflicts', key: ['id'] }),
  portableTable({ name: 'memory_forgotten_turns', key: ['turn_id'] }),
  portableTable({ name: 'memory_imports', key: ['id'] }),
  portableTable({ name: 'memory_profiles', key: [] }),
];
