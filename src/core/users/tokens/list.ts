/** The bearer tokens of the user, without their secret. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { listCredentials } from '../store.ts';
import { credentialSchema } from '../user.ts';

export const listTokens = defineOperation({
  name: 'users.tokens.list',
  summary: 'List bearer tokens',
  input: z.object({}),
  output: z.object({ tokens: z.array(credentialSchema) }),
  permission: 'users:read',
  effect: 'read',
  examples: [
    { say: 'list my tokens', input: {} },
    { say: 'which tokens exist', input: {} },
  ],
  run: async ({ owner, db }) => ({ tokens: await listCredentials(owner, db, 'token') }),
});
