/** Takes back the last thing done to an endpoint: its removal, or what was changed. It may then send again, so agents ask. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { changeEndpoint } from './change.ts';
import { endpointErrors, endpointSchema } from './endpoint.ts';
import { about, OLD_DASHBOARD } from './examples.ts';
import { type EndpointRow, findEndpoint } from './store.ts';

/** What a person decides about an endpoint; how it fares is its own. */
const DECIDED = [
  'url',
  'events',
  'description',
  'state',
  'signing_key',
] as const satisfies readonly (keyof EndpointRow)[];

/** The row before the last update; what is now becomes what can be taken back. */
function exchanged(row: EndpointRow, before: EndpointRow): Partial<EndpointRow> {
  const decided = Object.fromEntries(DECIDED.map((field) => [field, before[field]])) as Partial<EndpointRow>;
  return { ...decided, previous: JSON.stringify({ ...row, previous: null }) };
}

export const restoreEndpoint = defineOperation({
  name: 'webhooks.endpoints.restore',
  summary: 'Take back the last change of an endpoint, or its removal',
  input: z.object({ id: z.uuid() }),
  output: endpointSchema,
  errors: {
    ...endpointErrors,
    endpoint_unchanged: {
      kind: 'conflict',
      text: () => 'This endpoint was never changed, so there is nothing to take back.',
    },
  },
  permission: 'webhooks:write',
  effect: 'spend',
  undo: 'webhooks.endpoints.restore',
  examples: [
    about('restore the webhook endpoint old dashboard', 'old dashboard', { id: OLD_DASHBOARD }),
    about('bring back the outgoing webhook to the old dashboard', 'the old dashboard', { id: OLD_DASHBOARD }),
    about('undo the removal of the webhook endpoint old dashboard', 'old dashboard', { id: OLD_DASHBOARD }),
    about('restore the outgoing webhook old dashboard', 'old dashboard', { id: OLD_DASHBOARD }),
    about('I want the webhook endpoint old dashboard back', 'old dashboard', { id: OLD_DASHBOARD }),
    about('recover the webhook endpoint old dashboard', 'old dashboard', { id: OLD_DASHBOARD }),
  ],
  async preview({ owner, db }, { id }) {
    const row = await findEndpoint(owner, db, id);
    return row ? `Send events to ${row.url} again, as before.` : 'Restore an endpoint that does not exist.';
  },
  run: (ctx, { id }, fail) =>
    changeEndpoint(ctx, id, (_tx, row) => {
      if (row.removed_at !== null) return { removed_at: null };
      if (row.previous === null) throw fail.endpoint_unchanged({});
      return exchanged(row, JSON.parse(row.previous) as EndpointRow);
    }),
});
