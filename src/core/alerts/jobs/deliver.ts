/** Delivers one alert over one channel. What fails for now is tried again; what failed for good stays in sight with its reason. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { asFailure, type Failure } from '../../../kernel/errors.ts';
import { defineJob } from '../../../kernel/module.ts';
import { findDelivery, updateDelivery } from '../channels/deliveries/store.ts';
import { sendOver } from '../channels/send-over.ts';
import { findChannel } from '../channels/store.ts';
import { findAlert } from '../store.ts';

/** With doubling waits of seconds, minutes of outage are bridged; an alert of an hour ago is in the page. */
const ATTEMPTS_MAX = 5;

const isPassing = ({ kind }: Failure): boolean => kind === 'unavailable' || kind === 'limit' || kind === 'internal';

async function record(ctx: Context, id: string, attempts: number, failure: Failure | null): Promise<void> {
  const { owner, db, clock } = ctx;
  const isOver = failure !== null && (!isPassing(failure) || attempts >= ATTEMPTS_MAX);
  const state = failure === null ? 'delivered' : isOver ? 'failed' : 'waiting';
  await updateDelivery(owner, db, { id, state, attempts, error: failure?.message ?? null, now: clock.now() });
  if (failure && !isOver) throw failure;
}

export const deliverAlert = defineJob({
  name: 'alerts.deliver',
  input: z.object({ owner: z.string(), id: z.string(), alertId: z.string(), channelId: z.string() }),
  attemptsMax: ATTEMPTS_MAX,
  async run(ctx, { id, alertId, channelId }) {
    const { owner, db } = ctx;
    const delivery = await findDelivery(owner, db, id);
    const alert = await findAlert(owner, db, alertId);
    const channel = await findChannel(owner, db, channelId);
    if (delivery?.state !== 'waiting' || !alert || !channel) return;
    const failure = await sendOver(ctx, channel, alert).then(
      () => null,
      (thrown: unknown) => asFailure(thrown),
    );
    await record(ctx, id, delivery.attempts + 1, failure);
  },
});
