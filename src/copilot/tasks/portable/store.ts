/** What of tasks travels: the history. What still runs stays where it runs. */
import type { Portable } from '../../../kernel/portable.ts';
import { portableTable } from '../../../platform/db/portable.ts';

const ENDED = ['succeeded', 'failed', 'dead', 'cancelled'] as const;

export const portableTasks: readonly Portable[] = [
  portableTable({ name: 'tasks', key: ['id'], only: (rows) => rows.where('status', 'in', [...ENDED]) }),
];
