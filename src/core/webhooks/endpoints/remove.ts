/** Removes an endpoint: nothing more is sent there. `webhooks.endpoints.restore` brings it back for 30 days. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { changeEndpoint } from './change.ts';
import { endpointErrors, endpointSchema } from './endpoint.ts';
import { about, BUILD_BOARD } from './examples.ts';
import { findEndpoint } from './store.ts';

export const removeEndpoint = defineOperation({
  name: 'webhooks.endpoints.remove',
  summary: 'Stop sending events to an address for good',
  input: z.object({ id: z.uuid() }),
  output: endpointSchema,
  errors: endpointErrors,
  permission: 'webhooks:write',
  effect: 'destroy',
  undo: 'webhooks.endpoints.restore',
  examples: [
    about('remove the webhook endpoint build board', 'build board', { id: BUILD_BOARD }),
    about('delete the outgoing webhook to the build board', 'the build board', { id: BUILD_BOARD }),
    about('stop the webhook to the build board for good', 'the build board', { id: BUILD_BOARD }),
    about('drop the webhook endpoint build board', 'build board', { id: BUILD_BOARD }),
    about('I no longer need the webhook to the build board', 'the build board', { id: BUILD_BOARD }),
    about('get rid of the outgoing webhook build board', 'build board', { id: BUILD_BOARD }),
  ],
  async preview({ owner, db }, { id }) {
    const row = await findEndpoint(owner, db, id);
    return row ? `Send no more events to ${row.url}.` : 'Remove an endpoint that does not exist.';
  },
  run: (ctx, { id }, fail) =>
    changeEndpoint(ctx, id, ({ clock }, row) => {
      if (row.removed_at !== null) throw fail.endpoint_unknown({});
      return { removed_at: clock.now() };
    }),
});
