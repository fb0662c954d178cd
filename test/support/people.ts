/** Who acts in a test: a second owner, a model acting for its owner, a person who may do little. */
import { hashPassword } from '../../src/core/users/secrets.ts';
import { insertUser } from '../../src/core/users/store.ts';
import type { Actor } from '../../src/kernel/context.ts';
import type { Failure } from '../../src/kernel/errors.ts';
import type { TestNima } from './nima.ts';

/** A user beside the first, with everything of their own. */
export async function aSecondOwner({ db, clock }: TestNima, name = 'bo'): Promise<Actor> {
  const id = crypto.randomUUID();
  const password_hash = await hashPassword('the-password-of-the-second-owner');
  await insertUser(db, { id, name, password_hash, permissions: '["*"]', created_at: clock.now() + 1 });
  return { kind: 'person', owner: id, permissions: ['*'], face: 'rest' };
}

/** The same owner, by way of a model. */
export const asAgent = (actor: Actor, place?: string): Actor => ({
  ...actor,
  kind: 'agent',
  face: 'chat',
  ...(place ? { place } : {}),
});

/** The Failure a call ends with; rejects when it does not fail. May be awaited later, when the test has done more. */
export function failureOf(call: Promise<unknown>): Promise<Failure> {
  const failure = call.then(
    (answer) => {
      throw new Error(`It did not fail but answered ${JSON.stringify(answer)}.`);
    },
    (thrown: Failure) => thrown,
  );
  // Until somebody awaits it, its failing is nobody's surprise.
  failure.catch(() => {});
  return failure;
}
