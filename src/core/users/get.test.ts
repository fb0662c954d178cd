import { expect, test } from 'vitest';
import { aNima } from '../../../test/support/nima.ts';
import { aSecondOwner, failureOf } from '../../../test/support/people.ts';

test('everybody sees themselves', async () => {
  const nima = await aNima();
  const other = await aSecondOwner(nima);
  expect(await nima.call('users.get')).toMatchObject({ id: nima.owner.owner, name: 'owner', permissions: ['*'] });
  expect(await nima.call('users.get', {}, other)).toMatchObject({ id: other.owner, name: 'bo' });
});

test('a user who is gone is asked to sign in again', async () => {
  const nima = await aNima();
  const ghost = { ...nima.owner, owner: crypto.randomUUID() };
  expect(await failureOf(nima.call('users.get', {}, ghost))).toMatchObject({
    kind: 'unauthenticated',
    code: 'user_unknown',
  });
});
