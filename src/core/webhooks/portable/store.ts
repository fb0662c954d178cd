/**
 * What of webhooks travels: endpoints, receivers and what came in. Secrets do not, nor deliveries: an endpoint arrives
 * paused, so that no archive sends data out, and both wait for a new secret.
 */
import type { JsonRow, Portable } from '../../../kernel/portable.ts';
import { portableTable } from '../../../platform/db/portable.ts';

const endpoints = portableTable({ name: 'webhook_endpoints', key: ['id'] });

/** As it may come to life here: at rest, with nothing to take back. */
const atRest = (row: JsonRow): JsonRow => ({ ...row, state: 'paused', previous: null });

export const portableWebhooks: readonly Portable[] = [
  { ...endpoints, take: (ctx, rows) => endpoints.take(ctx, rows.map(atRest)) },
  portableTable({ name: 'webhook_receivers', key: ['id'] }),
  portableTable({ name: 'webhook_receipts', key: ['id'] }),
];
