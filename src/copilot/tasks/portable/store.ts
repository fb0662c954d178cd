/** What of tasks travels: the history. What still runs stays where it runs. */
import { portableTable } from '../../../platform/db/portable.ts';

const ENDED = ['succeeded', 'failed', 'dead', 'cancelled'];

export const portableTasks = [
  portableTable({ name: 'tasks', key: ['id'], only: (rows) => rows.where('status', 'in', ENDED) }),
];
