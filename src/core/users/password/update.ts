/** A new password chosen by the user. Every browser is signed out, because one of them may be the reason. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { hashPassword, isPassword } from '../secrets.ts';
import { deleteCredentials, findSignIn, findUser, updatePasswordHash } from '../store.ts';
import { PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN } from '../user.ts';

export const updatePassword = defineOperation({
  name: 'users.password.update',
  summary: 'Change the password and sign every browser out',
  input: z.object({
    current: z.string().max(PASSWORD_CHARS_MAX).meta({ secret: true }),
    password: z.string().min(PASSWORD_CHARS_MIN).max(PASSWORD_CHARS_MAX).meta({ secret: true }),
  }),
  output: z.object({ signed_out: z.int() }),
  errors: {
    password_wrong: { kind: 'forbidden', text: () => 'The current password is not right. Nothing was changed.' },
  },
  permission: 'users:write',
  effect: 'write',
  examples: [
    {
      say: 'change my password',
      input: { current: 'the-password-of-the-examples', password: 'the-next-password-of-the-examples' },
    },
  ],
  offeredIn: ['rest', 'cli'],
  async run({ owner, db }, { current, password }, fail) {
    const user = await findUser(owner, db);
    const signIn = user && (await findSignIn(db, user.name));
    if (!signIn || !(await isPassword(current, signIn.password_hash))) throw fail.password_wrong({});
    await updatePasswordHash(owner, db, await hashPassword(password));
    return { signed_out: await deleteCredentials(owner, db, { kind: 'session' }) };
  },
});
