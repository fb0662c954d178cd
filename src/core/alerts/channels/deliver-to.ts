/** Hands a told alert to each channel that wants its severity: one delivery, one job, each with its own tries. */
import type { Context } from '../../../kernel/context.ts';
import { type Alert, isWorse } from '../alert.ts';
import { deliverAlert } from '../jobs/deliver.ts';
import { insertDelivery } from './deliveries/store.ts';
import { CHANNELS_MAX } from './limits.ts';
import { listChannelRows } from './store.ts';

export async function deliverTo(ctx: Context, { id: alertId, severity }: Alert): Promise<void> {
  const { owner, db, clock, newId, jobs } = ctx;
  for (const channel of await listChannelRows(owner, db, CHANNELS_MAX)) {
    if (isWorse(channel.severity_min, severity)) continue;
    const id = newId();
    await insertDelivery(owner, db, { id, alertId, channel: channel.name, now: clock.now() });
    const input = { owner, id, alertId, channelId: channel.id };
    await jobs.enqueue({ name: deliverAlert.name, input, key: `alerts.deliver:${id}` });
  }
}
