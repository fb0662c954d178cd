/** Adds an endpoint. From then on events leave this machine, so an agent has to ask. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { ENDPOINTS_MAX } from '../limits.ts';
import { giveSecret, newSecretSchema, senderOf } from '../secrets/secret.ts';
import { checkWish, endpointSchema, wishErrors, wishShape } from './endpoint.ts';
import { insertEndpoint, listEndpointRows } from './store.ts';
import { viewEndpoint } from './view.ts';

const input = z.object({
  url: wishShape.url,
  events: wishShape.events,
  description: wishShape.description.default(''),
  signing_key: wishShape.signing_key.optional(),
});

export const createEndpoint = defineOperation({
  name: 'webhooks.endpoints.create',
  summary: 'Send events to an address as signed webhooks',
  input,
  output: endpointSchema.extend({ secret: newSecretSchema }),
  errors: wishErrors,
  permission: 'webhooks:write',
  effect: 'spend',
  undo: 'webhooks.endpoints.remove',
  examples: [
    {
      say: 'send goals.* to the webhook https://hooks.example.org/nima',
      input: { url: 'https://hooks.example.org/nima', events: ['goals.*'] },
    },
    {
      say: 'call the webhook https://ci.example.org/hook on tasks.task.failed',
      input: { url: 'https://ci.example.org/hook', events: ['tasks.task.failed'] },
    },
    {
      say: 'add a webhook endpoint https://hooks.example.org/nima for alerts.raised',
      input: { url: 'https://hooks.example.org/nima', events: ['alerts.raised'] },
    },
    {
      say: 'post schedules.* to the webhook https://n8n.example.org/in',
      input: { url: 'https://n8n.example.org/in', events: ['schedules.*'] },
    },
    {
      say: 'create a webhook to https://bots.example.org/events for knowledge.*',
      input: { url: 'https://bots.example.org/events', events: ['knowledge.*'] },
    },
    {
      say: 'forward tasks.task.succeeded to the webhook https://hooks.example.org/done',
      input: { url: 'https://hooks.example.org/done', events: ['tasks.task.succeeded'] },
    },
  ],
  preview: async (_ctx, { url, events, signing_key }) =>
    `Send ${events.join(', ')} to ${url}, signed with ${signing_key ?? 'a new secret'}.`,
  async run(ctx, { url, events, description, signing_key = null }, fail) {
    checkWish(ctx, { url, events });
    await senderOf(ctx).check(url);
    return ctx.transaction(async (tx) => {
      const { owner, db, newId, clock } = tx;
      const known = await listEndpointRows(owner, db, { isRemoved: false, limit: ENDPOINTS_MAX });
      if (known.length === ENDPOINTS_MAX) throw fail.endpoints_full({});
      const now = clock.now();
      const row = {
        ...{ id: newId(), url, events: JSON.stringify([...new Set(events)]), description, signing_key },
        ...({ state: 'active', failures: 0, problem: null, delivered_at: null, previous: null } as const),
        ...{ created_at: now, updated_at: now, removed_at: null },
      };
      await insertEndpoint(owner, db, row);
      const secret = await giveSecret(tx, row);
      return { ...(await viewEndpoint(tx, { ...row, owner })), secret };
    });
  },
});
