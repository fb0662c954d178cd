/** Gives an endpoint a new secret. For a day each delivery carries both signatures, so that the receiver loses none. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { replaceSecret } from '../secrets/secret.ts';
import { changeEndpoint } from './change.ts';
import { endpointErrors, endpointSchema } from './endpoint.ts';
import { BUILD_BOARD } from './examples.ts';

export const rotateEndpoint = defineOperation({
  name: 'webhooks.endpoints.rotate',
  summary: 'Give an endpoint a new signing secret; it is shown once',
  input: z.object({ id: z.uuid() }),
  output: endpointSchema.extend({ secret: z.string().describe('The secret, shown only now') }),
  errors: endpointErrors,
  permission: 'webhooks:write',
  effect: 'write',
  onlyPeople: true,
  examples: [{ say: 'make a new secret for a webhook endpoint', input: { id: BUILD_BOARD } }],
  offeredIn: ['rest', 'cli'],
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const endpoint = await changeEndpoint(tx, id, (_tx, row) => {
        if (row.removed_at !== null) throw fail.endpoint_unknown({});
        return { signing_key: null };
      });
      return { ...endpoint, has_secret: true, secret: await replaceSecret(tx, id) };
    }),
});
