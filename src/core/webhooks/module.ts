/** Manifest of the webhooks module. */
import { defineModule } from '../../kernel/module.ts';
import { getDelivery } from './deliveries/get.ts';
import { listDeliveries } from './deliveries/list.ts';
import { retryDelivery } from './deliveries/retry.ts';
import { createEndpoint } from './endpoints/create.ts';
import { getEndpoint } from './endpoints/get.ts';
import { listEndpoints } from './endpoints/list.ts';
import { removeEndpoint } from './endpoints/remove.ts';
import { restoreEndpoint } from './endpoints/restore.ts';
import { rotateEndpoint } from './endpoints/rotate.ts';
import { testEndpoint } from './endpoints/test.ts';
import { updateEndpoint } from './endpoints/update.ts';
import { deliver } from './jobs/deliver.ts';
import { hearEvent } from './jobs/hear.ts';
import { pruneWebhooks } from './jobs/prune.ts';
import { recoverDeliveries } from './jobs/recover.ts';
import { wakeDeliveries } from './jobs/wake.ts';
import { portableWebhooks } from './portable/store.ts';
import { getReceipt } from './receipts/get.ts';
import { listReceipts } from './receipts/list.ts';
import { createReceiver } from './receivers/create.ts';
import { getReceiver } from './receivers/get.ts';
import { listReceivers } from './receivers/list.ts';
import { removeReceiver } from './receivers/remove.ts';
import { restoreReceiver } from './receivers/restore.ts';
import { rotateReceiver } from './receivers/rotate.ts';

export const webhooks = defineModule({
  name: 'webhooks',
  purpose: 'Signed webhooks: events told to addresses of the owner, and messages taken in from outside',
  folder: import.meta.dirname,
  uses: ['alerts', 'approvals'],
  operations: [
    listEndpoints,
    createEndpoint,
    getEndpoint,
    updateEndpoint,
    removeEndpoint,
    restoreEndpoint,
    rotateEndpoint,
    testEndpoint,
    listDeliveries,
    getDelivery,
    retryDelivery,
    listReceivers,
    createReceiver,
    getReceiver,
    removeReceiver,
    restoreReceiver,
    rotateReceiver,
    listReceipts,
    getReceipt,
  ],
  jobs: [hearEvent, deliver, wakeDeliveries, recoverDeliveries, pruneWebhooks],
  subscriptions: [
    { event: '*', job: hearEvent },
    { event: 'approvals.resumed', job: wakeDeliveries },
  ],
  events: ['webhooks.received'],
  portable: portableWebhooks,
});
