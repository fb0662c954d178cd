/** Webhooks for tests: what the examples of this module speak of. */
import type { Context } from '../../kernel/context.ts';
import { GIVEN_UP } from './deliveries/examples.ts';
import { insertDelivery } from './deliveries/store.ts';
import { BUILD_BOARD, OLD_DASHBOARD } from './endpoints/examples.ts';
import { insertEndpoint } from './endpoints/store.ts';
import { RUNG } from './receipts/examples.ts';
import { insertReceipt } from './receipts/store.ts';
import { DOORBELL, OLD_SENSOR } from './receivers/examples.ts';
import { insertReceiver } from './receivers/store.ts';
import { makeSecret } from './secrets/secret.ts';
import { writeSecret } from './secrets/store.ts';

/** Refused by the guard at once, so that no test waits for a network. */
const NOWHERE = 'http://127.0.0.1:9/hook';

export async function givenWebhookExamples({ owner, db, clock }: Context): Promise<void> {
  const now = clock.now();
  const fresh = { failures: 0, problem: null, delivered_at: null, previous: null, created_at: now, updated_at: now };
  const endpoint = { url: NOWHERE, events: '["tasks.*"]', state: 'active', signing_key: null, ...fresh } as const;
  await insertEndpoint(owner, db, { ...endpoint, id: BUILD_BOARD, description: 'build board', removed_at: null });
  await insertEndpoint(owner, db, { ...endpoint, id: OLD_DASHBOARD, description: 'old dashboard', removed_at: now });
  await insertDelivery(owner, db, {
    ...{ id: GIVEN_UP, endpoint_id: BUILD_BOARD, event_id: GIVEN_UP, type: 'tasks.task.failed' },
    body: '{"type":"tasks.task.failed","timestamp":"2026-03-02T09:00:00.000Z","data":{}}',
    ...{ state: 'failed', attempts: 3, status_code: 500, answer: 'broken', error: 'It answered 500.' },
    ...{ created_at: now, updated_at: now },
  });
  const receiver = { kind: 'standard', signing_key: null, received_at: null, created_at: now } as const;
  await insertReceiver(owner, db, { ...receiver, id: DOORBELL, name: 'doorbell', removed_at: null });
  await insertReceiver(owner, db, { ...receiver, id: OLD_SENSOR, name: 'old sensor', removed_at: now });
  const receipt = { receiver_id: DOORBELL, message_id: 'msg_1', type: 'door.rang', body: '{"type":"door.rang"}' };
  await insertReceipt(owner, db, { ...receipt, id: RUNG, received_at: now });
  for (const holderId of [BUILD_BOARD, OLD_DASHBOARD, DOORBELL, OLD_SENSOR]) {
    await writeSecret(owner, db, { holderId, secret: makeSecret(), previous: null, previous_until: null });
  }
}
