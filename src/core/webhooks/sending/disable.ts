/** Gives up on an endpoint that fails again and again, and tells its owner. */

import type { Context } from '../../../kernel/context.ts';
import { raiseAlert } from '../../alerts/index.ts';
import { type EndpointRow, saveEndpoint } from '../endpoints/store.ts';

export const disabledKey = (id: string): string => `webhooks.disabled:${id}`;

export async function disableEndpoint(tx: Context, { id, url, description }: EndpointRow, why: string): Promise<void> {
  await saveEndpoint(tx.owner, tx.db, { id, state: 'disabled', updated_at: tx.clock.now() });
  const { host } = new URL(url);
  await raiseAlert(tx, {
    rule: 'webhooks.endpoint.disabled',
    subject: description || host,
    severity: 'warning',
    text: `Webhooks to ${host} are off: ${why}`,
    because: 'You asked Nima to send events there, and they no longer arrive.',
    stop: 'Resume or remove the endpoint, or mute the rule webhooks.endpoint.disabled.',
    link: '/tools',
    key: disabledKey(id),
  });
}
