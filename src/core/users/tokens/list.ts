/** The bearer tokens of the user, without their secret. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { listCredentials } from '../store.ts';
import { credentialSchema } from '../user.ts';

export const listTokens = defineOperation({
  name: 'users.tokens.list',
  summary: 'List bearer tokens',
  input: z.object({ limit: z.int().min(1).max(200).default(50) }),
  output: z.object({ tokens: z.array(credentialSchema) }),
  permission: 'users:read',
  effect: 'read',
  examples: [
    { say: 'list my tokens', input: {} },
    { say: 'which tokens exist', input: {} },
    { say: 'show the newest tokens', input: {} },
  ],
  run: async ({ owner, db, clock }, { limit }) => ({
    tokens: await listCredentials(owner, db, { kind: 'token', now: clock.now(), limit }),
  }),
});
