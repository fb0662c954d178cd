/** What of alerts travels: what was told, what is muted, the hours. Channels stay: they hold addresses of this machine. */
import type { Portable } from '../../../kernel/portable.ts';
import { portableTable } from '../../../platform/db/portable.ts';

export const portableAlerts: readonly Portable[] = [
  portableTable({ name: 'alerts', key: ['id'] }),
  portableTable({ name: 'alert_mutes', key: ['id'] }),
  portableTable({ name: 'alert_preferences', key: [] }),
];
