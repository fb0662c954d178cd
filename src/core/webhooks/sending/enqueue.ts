/** Queues deliveries: one job for each, however often it is asked for while it waits. */
import type { Context } from '../../../kernel/context.ts';
import { listWaiting } from '../deliveries/store.ts';

/** Waiting deliveries taken up at one time; the rest is found by the next look. */
const BATCH_MAX = 1000;

export const enqueueDelivery = ({ jobs }: Pick<Context, 'jobs'>, owner: string, id: string): Promise<void> =>
  jobs.enqueue({ name: 'webhooks.deliver', input: { owner, id }, key: `webhooks.deliver:${id}` });

/** Takes up what waits for the owner, or for one endpoint. */
export async function enqueueWaiting(ctx: Context, { endpointId }: { endpointId?: string } = {}): Promise<void> {
  for (const { id } of await listWaiting(ctx.owner, ctx.db, { endpointId, limit: BATCH_MAX })) {
    await enqueueDelivery(ctx, ctx.owner, id);
  }
}
