/** Forgets old deliveries and receipts, and what was removed 30 days ago with its secrets. Hourly, so that a flood stays small. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { deleteOldDeliveries } from '../deliveries/store.ts';
import { deleteRemovedEndpoints } from '../endpoints/store.ts';
import { KEEP_MS, KEPT_MAX, RESTORABLE_MS } from '../limits.ts';
import { deleteOldReceipts } from '../receipts/store.ts';
import { deleteRemovedReceivers } from '../receivers/store.ts';

export const pruneWebhooks = defineJob({
  name: 'webhooks.prune',
  input: z.object({}),
  cron: '47 * * * *',
  async run({ db, clock }) {
    const now = clock.now();
    await deleteOldDeliveries(db, { time: now - KEEP_MS, kept: KEPT_MAX });
    await deleteOldReceipts(db, { time: now - KEEP_MS, kept: KEPT_MAX });
    await deleteRemovedEndpoints(db, now - RESTORABLE_MS);
    await deleteRemovedReceivers(db, now - RESTORABLE_MS);
  },
});
