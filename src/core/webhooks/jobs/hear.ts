/** Hears every event, and writes down a delivery for each endpoint of its owner that wants it. An event heard twice is one. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { defineJob } from '../../../kernel/module.ts';
import { isHalted } from '../../approvals/index.ts';
import { countWaiting, insertDelivery } from '../deliveries/store.ts';
import { listListening } from '../endpoints/store.ts';
import { WAITING_MAX } from '../limits.ts';
import { enqueueDelivery } from '../sending/enqueue.ts';
import { allows } from '../sending/matches.ts';
import { bodyOf, timeOf } from '../sending/message.ts';

interface Heard {
  readonly event: string;
  readonly id: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

const TOO_MANY = `More than ${WAITING_MAX} deliveries wait for this endpoint. Retry when they are through.`;

async function plan(tx: Context, endpointId: string, { event, id: eventId, payload }: Heard): Promise<void> {
  const { owner, db, newId, clock } = tx;
  const [id, now] = [newId(), clock.now()];
  const isFull = (await countWaiting(owner, db, endpointId)) >= WAITING_MAX;
  const isNew = await insertDelivery(owner, db, {
    ...{ id, endpoint_id: endpointId, event_id: eventId, type: event },
    body: bodyOf({ type: event, at: timeOf(eventId), data: payload }),
    ...{ state: isFull ? 'failed' : 'waiting', error: isFull ? TOO_MANY : null },
    ...{ attempts: 0, status_code: null, answer: null, created_at: now, updated_at: now },
  });
  // While everything is stopped the row alone waits; `approvals.resumed` takes it up.
  if (isNew && !isFull && !(await isHalted(tx))) await enqueueDelivery(tx, owner, id);
}

export const hearEvent = defineJob({
  name: 'webhooks.hear',
  input: z.object({
    owner: z.string(),
    event: z.string(),
    id: z.string(),
    payload: z.record(z.string(), z.unknown()),
  }),
  async run(ctx, { owner, ...heard }) {
    const listening = owner === '' ? [] : await listListening(owner, ctx.db);
    const wanting = listening.filter(({ events }) => allows(JSON.parse(events), heard.event));
    if (wanting.length === 0) return;
    await ctx.transaction(async (tx) => {
      for (const { id } of wanting) await plan(tx, id, heard);
    });
  },
});
