/** What of alerts travels: what was told, what is muted, the hours. Channels stay: they hold addresses of this machine. */
import { portableTable } from '../../../platform/db/portable.ts';

export const portableAlerts = [
  portableTable({ name: 'alerts', key: ['id'] }),
  portableTable({ name: 'alert_mutes', key: ['id'] }),
  portableTable({ name: 'alert_preferences', key: [] }),
];
