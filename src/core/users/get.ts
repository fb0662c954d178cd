/** Who is signed in. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { findUser } from './store.ts';
import { userSchema } from './user.ts';

export const getUser = defineOperation({
  name: 'users.get',
  summary: 'Show who is signed in',
  input: z.object({}),
  output: userSchema,
  errors: { user_unknown: { kind: 'unauthenticated', text: () => 'This user no longer exists. Sign in again.' } },
  permission: 'users:read',
  effect: 'read',
  examples: [
    { say: 'who am I signed in as', input: {} },
    { say: 'which account is this', input: {} },
    { say: 'which user am I', input: {} },
    { say: 'what is my account name', input: {} },
  ],
  async run({ owner, db }, _input, fail) {
    const user = await findUser(owner, db);
    if (!user) throw fail.user_unknown({});
    return user;
  },
});
