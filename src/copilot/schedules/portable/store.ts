/** What of schedules travels: all of them, with their history. Consent does not: it is bound to the owner who gave it. */
import { portableTable } from '../../../platform/db/portable.ts';

export const portableSchedules = [
  portableTable({ name: 'schedules', key: ['id'] }),
  portableTable({ name: 'schedule_runs', key: ['id'] }),
];
