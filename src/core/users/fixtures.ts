/** Users for tests: the owner with the password of the examples, and a token to remove. */
import type { Context } from '../../kernel/context.ts';
import { hashPassword, hashToken } from './secrets.ts';
import { insertCredential, updatePasswordHash } from './store.ts';

export const EXAMPLE_PASSWORD = 'the-password-of-the-examples';

/** Puts in place what the examples of this module speak of. */
export async function givenUserExamples({ owner, db, clock }: Context): Promise<void> {
  await updatePasswordHash(owner, db, await hashPassword(EXAMPLE_PASSWORD));
  await insertCredential(owner, db, {
    id: '00000000-0000-4000-8000-0000000000a1',
    kind: 'token',
    name: 'my laptop',
    token_hash: hashToken('nima_of_the_laptop'),
    permissions: '["*"]',
    created_at: clock.now(),
    expires_at: null,
  });
}
