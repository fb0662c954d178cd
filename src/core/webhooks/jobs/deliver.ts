/** Sends one delivery. What fails for now is tried again; what failed for good stays in sight and can be retried. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { Failure } from '../../../kernel/errors.ts';
import { defineJob } from '../../../kernel/module.ts';
import { isHalted } from '../../approvals/index.ts';
import { type DeliveryRow, findDelivery, saveDelivery } from '../deliveries/store.ts';
import { type EndpointRow, findEndpoint, lockEndpoint, saveEndpoint } from '../endpoints/store.ts';
import { ATTEMPTS_MAX, FAILURES_MAX } from '../limits.ts';
import { disableEndpoint } from '../sending/disable.ts';
import { sendOnce, type Tried } from '../sending/send.ts';

/** Another try may go better: the other side was busy, down or wrong for a moment. */
const isPassing = ({ kind }: Failure): boolean => kind === 'unavailable' || kind === 'limit' || kind === 'internal';

/** Counts a delivery that was given up, and gives up on the endpoint after too many. */
async function countFailure(tx: Context, endpointId: string, failure: Failure): Promise<void> {
  const { owner, db } = tx;
  const endpoint = await lockEndpoint(owner, db, endpointId);
  if (!endpoint) return;
  const failures = endpoint.failures + 1;
  await saveEndpoint(owner, db, { id: endpointId, failures, problem: failure.message });
  if (endpoint.state !== 'active') return;
  if (failure.code === 'endpoint_gone') await disableEndpoint(tx, endpoint, failure.message);
  else if (failures >= FAILURES_MAX) {
    await disableEndpoint(tx, endpoint, `${failures} deliveries failed, the last: ${failure.message}`);
  }
}

/** Writes down how a try went; true when it was the last. */
async function record(ctx: Context, row: DeliveryRow, { failure, status, answer }: Tried): Promise<boolean> {
  const attempts = row.attempts + 1;
  const isOver = failure === null || !isPassing(failure) || attempts >= ATTEMPTS_MAX;
  await ctx.transaction(async (tx) => {
    const { owner, db, clock } = tx;
    const state = failure === null ? 'delivered' : isOver ? 'failed' : 'waiting';
    const now = clock.now();
    const error = failure?.message ?? null;
    await saveDelivery(owner, db, { id: row.id, state, attempts, status_code: status, answer, error, updated_at: now });
    if (failure === null) {
      await saveEndpoint(owner, db, { id: row.endpoint_id, failures: 0, problem: null, delivered_at: now });
    } else if (isOver) await countFailure(tx, row.endpoint_id, failure);
  });
  return isOver;
}

const takes = (endpoint: EndpointRow | null): endpoint is EndpointRow =>
  endpoint !== null && endpoint.state === 'active' && endpoint.removed_at === null;

export const deliver = defineJob({
  name: 'webhooks.deliver',
  input: z.object({ owner: z.string(), id: z.string() }),
  attemptsMax: ATTEMPTS_MAX,
  async run(ctx, { owner, id }) {
    const row = await findDelivery(owner, ctx.db, id);
    if (row?.state !== 'waiting') return;
    const endpoint = await findEndpoint(owner, ctx.db, row.endpoint_id);
    // It goes on waiting; resuming the endpoint, or Nima, takes it up.
    if (!takes(endpoint) || (await isHalted(ctx))) return;
    const tried = await sendOnce(ctx, endpoint, row);
    ctx.signal.throwIfAborted();
    if (tried.failure?.code === 'halted') return;
    const isOver = await record(ctx, row, tried);
    if (tried.failure && !isOver) throw tried.failure;
  },
});
