/** Ends a bearer token with the next request that bears it. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { deleteCredentials } from '../store.ts';

export const removeToken = defineOperation({
  name: 'users.tokens.remove',
  summary: 'Remove a bearer token',
  input: z.object({ id: z.uuid() }),
  output: z.object({ removed: z.int() }),
  errors: {
    token_unknown: { kind: 'not_found', text: () => 'There is no such token. `nima users tokens list` shows yours.' },
  },
  permission: 'users:write',
  effect: 'destroy',
  examples: [
    {
      say: 'remove the token of my laptop',
      input: { id: '00000000-0000-4000-8000-0000000000a1' },
      refers: { id: 'my laptop' },
    },
  ],
  offeredIn: ['rest', 'cli'],
  async run({ owner, db }, { id }, fail) {
    const removed = await deleteCredentials(owner, db, { kind: 'token', id });
    if (removed === 0) throw fail.token_unknown({});
    return { removed };
  },
});
