/** Changes an endpoint: where it is, what it is told, and whether. Pausing sends less, so an agent may; all else asks. */
import { z } from 'zod';
import type { Effect } from '../../../kernel/operation.ts';
import { defineOperation } from '../../../kernel/operation.ts';
import { senderOf } from '../secrets/secret.ts';
import { changeEndpoint } from './change.ts';
import { checkWish, endpointErrors, endpointSchema, wishErrors, wishShape } from './endpoint.ts';
import { about, BUILD_BOARD } from './examples.ts';

const changeSchema = z
  .object(wishShape)
  .partial()
  .extend({ state: z.enum(['active', 'paused']).optional() });
type Change = z.output<typeof changeSchema>;

const isQuieter = ({ url, events, signing_key, state }: Change): boolean =>
  [url, events, signing_key].every((each) => each === undefined) && state !== 'active';

export const updateEndpoint = defineOperation({
  name: 'webhooks.endpoints.update',
  summary: 'Change, pause or resume an address that events are sent to',
  input: changeSchema.extend({ id: z.uuid() }),
  output: endpointSchema,
  errors: { ...endpointErrors, ...wishErrors },
  permission: 'webhooks:write',
  effect: 'spend',
  effectOf: (_ctx, change): Effect => (isQuieter(change) ? 'write' : 'spend'),
  undo: 'webhooks.endpoints.restore',
  examples: [
    about('pause the webhook to the build board', 'the build board', { id: BUILD_BOARD, state: 'paused' as const }),
    about('resume the webhook to the build board', 'the build board', { id: BUILD_BOARD, state: 'active' as const }),
    about('stop sending events to the build board for now', 'the build board', {
      id: BUILD_BOARD,
      state: 'paused' as const,
    }),
    about('turn the webhook endpoint build board back on', 'build board', {
      id: BUILD_BOARD,
      state: 'active' as const,
    }),
    about('set the webhook endpoint build board to paused', 'build board', {
      id: BUILD_BOARD,
      state: 'paused' as const,
    }),
    about('move the webhook of the build board to https://board.example.org/in', 'the build board', {
      id: BUILD_BOARD,
      url: 'https://board.example.org/in',
    }),
  ],
  preview: async (_ctx, { id: _, ...change }) =>
    `Change where events are sent: ${Object.entries(change)
      .map(([name, value]) => `${name} ${String(value)}`)
      .join(', ')}.`,
  async run(ctx, { id, ...change }, fail) {
    checkWish(ctx, change);
    const sender = senderOf(ctx);
    if (change.url) await sender.check(change.url);
    if (change.signing_key) sender.secretOf(change.signing_key);
    return changeEndpoint(ctx, id, (_tx, row) => {
      if (row.removed_at !== null) throw fail.endpoint_unknown({});
      const { events, ...rest } = Object.fromEntries(
        Object.entries(change).filter(([, value]) => value !== undefined),
      ) as Change;
      return {
        ...(rest as Partial<typeof row>),
        ...(events ? { events: JSON.stringify([...new Set(events)]) } : {}),
        previous: JSON.stringify({ ...row, previous: null }),
      };
    });
  },
});
