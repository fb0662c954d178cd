/** Sign-in: the password for a session. Wrong tries are counted on the user, so that every replica counts the same. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { generateToken, hashPassword, hashToken, isPassword } from '../secrets.ts';
import { countFailure, deleteEnded, findSignIn, forgetFailures, insertCredential } from '../store.ts';
import { credentialSchema, PASSWORD_CHARS_MAX } from '../user.ts';

const MINUTE_MS = 60_000;
const ATTEMPTS_PER_MINUTE_MAX = 5;
const SESSION_MS = 30 * 24 * 60 * MINUTE_MS;

export const createSession = defineOperation({
  name: 'users.sessions.create',
  summary: 'Sign in with the password',
  input: z.object({
    name: z.string().max(100).optional().describe('User name; the owner when left out'),
    password: z
      .string()
      .min(1)
      .max(PASSWORD_CHARS_MAX)
      .describe('The password shown at first start')
      .meta({ secret: true }),
  }),
  output: credentialSchema.extend({
    token: z
      .string()
      .optional()
      .describe('Bearer token; a browser gets it as a cookie instead')
      .meta({ credential: true }),
  }),
  errors: {
    password_wrong: {
      kind: 'unauthenticated',
      text: () =>
        'That password is not right. `nima users password reset` on the machine that runs Nima makes a new one.',
    },
    sign_in_paused: {
      kind: 'limit',
      text: ({ seconds }: { seconds: number }) => `Too many wrong passwords. Try again in ${seconds} s.`,
    },
  },
  permission: 'public',
  effect: 'write',
  examples: [{ say: 'sign in', input: { password: 'the-password-of-the-examples' } }],
  offeredIn: ['rest', 'cli'],
  async run({ db, clock, newId }, { name, password }, fail) {
    const user = await findSignIn(db, name);
    if (!user) {
      // As slow as a wrong password, so that time does not tell which names exist.
      await hashPassword(password);
      throw fail.password_wrong({});
    }
    const now = clock.now();
    // Counted before the check and in one statement: tries sent side by side cannot outrun the count.
    const { count, since } = await countFailure(user.id, db, { now, windowMs: MINUTE_MS });
    if (count > ATTEMPTS_PER_MINUTE_MAX) {
      throw fail.sign_in_paused({ seconds: Math.ceil((since + MINUTE_MS - now) / 1000) });
    }
    if (!(await isPassword(password, user.password_hash))) throw fail.password_wrong({});
    await forgetFailures(user.id, db);
    await deleteEnded(user.id, db, { kind: 'session', now });
    const token = generateToken();
    const session = await insertCredential(user.id, db, {
      id: newId(),
      kind: 'session',
      name: 'browser',
      token_hash: hashToken(token),
      permissions: user.permissions,
      created_at: now,
      expires_at: now + SESSION_MS,
    });
    return { ...session, token };
  },
});
