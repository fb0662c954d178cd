/** What of schedules travels: all of them, with their history. Consent does not: it is bound to the owner who gave it. */
import type { Portable } from '../../../kernel/portable.ts';
import { portableTable } from '../../../platform/db/portable.ts';

export const portableSchedules: readonly Portable[] = [
  portableTable({ name: 'schedules', key: ['id'] }),
  portableTable({ name: 'schedule_runs', key: ['id'] }),
];
