/** A new generated password for whoever holds the machine: offered on the command line only. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { generatePassword, hashPassword } from '../secrets.ts';
import { deleteCredentials, forgetFailures, updatePasswordHash } from '../store.ts';

export const resetPassword = defineOperation({
  name: 'users.password.reset',
  summary: 'Make a new password and sign every browser out',
  input: z.object({}),
  output: z.object({ password: z.string().describe('The new password, shown only now') }),
  permission: 'users:write',
  effect: 'write',
  examples: [{ say: 'I forgot the password', input: {} }],
  offeredIn: ['cli'],
  async run({ owner, db }) {
    const password = generatePassword();
    await updatePasswordHash(owner, db, await hashPassword(password));
    await forgetFailures(owner, db);
    await deleteCredentials(owner, db, { kind: 'session' });
    return { password };
  },
});
