/** One endpoint, removed ones too. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { endpointErrors, endpointSchema } from './endpoint.ts';
import { BUILD_BOARD } from './examples.ts';
import { findEndpoint } from './store.ts';
import { viewEndpoint } from './view.ts';

export const getEndpoint = defineOperation({
  name: 'webhooks.endpoints.get',
  summary: 'Show one address that events are sent to',
  input: z.object({ id: z.uuid() }),
  output: endpointSchema,
  errors: endpointErrors,
  permission: 'webhooks:read',
  effect: 'read',
  examples: [{ say: 'show a webhook endpoint', input: { id: BUILD_BOARD } }],
  // The list says as much; in talk it would only be one more way to be misunderstood.
  offeredIn: ['rest', 'cli'],
  async run(ctx, { id }, fail) {
    const row = await findEndpoint(ctx.owner, ctx.db, id);
    if (!row) throw fail.endpoint_unknown({});
    return viewEndpoint(ctx, row);
  },
});
