/** What changing, removing and restoring share: one endpoint, taken until the commit, and what follows of its new state. */

import type { Context } from '../../../kernel/context.ts';
import { failuresOf } from '../../../kernel/errors.ts';
import { resolveAlert } from '../../alerts/index.ts';
import { disabledKey } from '../sending/disable.ts';
import { enqueueWaiting } from '../sending/enqueue.ts';
import { type Endpoint, endpointErrors } from './endpoint.ts';
import { type EndpointRow, lockEndpoint, saveEndpoint } from './store.ts';
import { viewEndpoint } from './view.ts';

const fail = failuresOf(endpointErrors);

/** From now on it is told again, first of what waits. */
async function wake(tx: Context, { id }: EndpointRow): Promise<void> {
  await resolveAlert(tx, disabledKey(id));
  await enqueueWaiting(tx, { endpointId: id });
}

export function changeEndpoint(
  ctx: Context,
  id: string,
  /** Throws when it makes no sense. */
  decide: (tx: Context, row: EndpointRow) => Promise<Partial<EndpointRow>> | Partial<EndpointRow>,
): Promise<Endpoint> {
  return ctx.transaction(async (tx) => {
    const { owner, db, clock } = tx;
    const row = await lockEndpoint(owner, db, id);
    if (!row) throw fail.endpoint_unknown({});
    const decided = await decide(tx, row);
    const isAwake = decided.state === 'active' && row.state !== 'active';
    const change = { ...decided, ...(isAwake ? { failures: 0, problem: null } : {}), updated_at: clock.now() };
    await saveEndpoint(owner, db, { id, ...change });
    const after = { ...row, ...change };
    if (after.state === 'active' && after.removed_at === null) await wake(tx, after);
    return viewEndpoint(tx, after);
  });
}
