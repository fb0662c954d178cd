/** What of the workspace travels: the projects and what was read in them. */
import type { Portable } from '../../../kernel/portable.ts';
import { portableTable } from '../../../platform/db/portable.ts';

export const portableWorkspace: readonly Portable[] = [
  portableTable({ name: 'workspace_projects', key: ['id'] }),
  portableTable({ name: 'workspace_documents', key: ['id'], revisions: 'workspace_revisions' }),
];
