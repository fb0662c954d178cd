/** One endpoint, removed ones too. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { endpointErrors, endpointSchema } from './endpoint.ts';
import { about, BUILD_BOARD } from './examples.ts';
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
  examples: [
    about('show the webhook endpoint build board', 'build board', { id: BUILD_BOARD }),
    about('how is the webhook to the build board doing', 'the build board', { id: BUILD_BOARD }),
    about('details of the webhook endpoint for the build board', 'the build board', { id: BUILD_BOARD }),
    about('open the outgoing webhook build board', 'build board', { id: BUILD_BOARD }),
    about('is the webhook endpoint build board active', 'build board', { id: BUILD_BOARD }),
    about('look at the webhook endpoint build board', 'build board', { id: BUILD_BOARD }),
  ],
  async run(ctx, { id }, fail) {
    const row = await findEndpoint(ctx.owner, ctx.db, id);
    if (!row) throw fail.endpoint_unknown({});
    return viewEndpoint(ctx, row);
  },
});
