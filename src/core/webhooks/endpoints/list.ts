/** Who is told of events: newest first. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { announcedBy } from '../sending/matches.ts';
import { endpointSchema } from './endpoint.ts';
import { listEndpointRows } from './store.ts';
import { viewEndpoints } from './view.ts';

export const listEndpoints = defineOperation({
  name: 'webhooks.endpoints.list',
  summary: 'List the addresses that events are sent to',
  input: z.object({
    removed: z.stringbool().or(z.boolean()).default(false).describe('What was removed and can still be restored'),
    limit: z.int().min(1).max(200).default(100),
  }),
  output: z.object({
    endpoints: z.array(endpointSchema),
    events: z.array(z.string()).describe('What an endpoint can be told of'),
  }),
  permission: 'webhooks:read',
  effect: 'read',
  examples: [
    { say: 'list my webhook endpoints', input: {} },
    { say: 'which webhooks do I send', input: {} },
    { say: 'show the outgoing webhooks', input: {} },
    { say: 'where are my events sent', input: {} },
    { say: 'what webhook addresses are set up', input: {} },
    { say: 'which addresses get webhooks from you', input: {} },
  ],
  async run(ctx, { removed: isRemoved, limit }) {
    const rows = await listEndpointRows(ctx.owner, ctx.db, { isRemoved, limit });
    return { endpoints: await viewEndpoints(ctx, rows), events: announcedBy(ctx.catalog) };
  },
});
