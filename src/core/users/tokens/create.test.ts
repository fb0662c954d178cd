import { expect, test } from 'vitest';
import { FakeClock } from '../../../../test/support/clock.ts';
import { aNima } from '../../../../test/support/nima.ts';
import { aSecondOwner, failureOf } from '../../../../test/support/people.ts';

test('a token is shown once, lets its owner in, and ends with the request after its removal', async () => {
  const nima = await aNima();
  const { token, id } = await nima.call('users.tokens.create', { name: 'ci' });
  const headers = { Authorization: `Bearer ${token}` };
  expect((await nima.request('/v1/users', { headers })).status).toBe(200);
  expect(JSON.stringify(await nima.call('users.tokens.list'))).not.toContain(token);
  expect(await nima.call('users.tokens.remove', { id })).toEqual({ removed: 1 });
  expect((await nima.request('/v1/users', { headers })).status).toBe(401);
  expect((await failureOf(nima.call('users.tokens.remove', { id }))).code).toBe('token_unknown');
});

test('a token with days ends by itself; one without does not', async () => {
  const clock = new FakeClock();
  const nima = await aNima({ clock });
  const short = await nima.call('users.tokens.create', { name: 'ci', days: 30 });
  const lasting = await nima.call('users.tokens.create', { name: 'laptop' });
  expect(short.expires_at).toBe('2026-04-01T09:00:00.000Z');
  expect(lasting.expires_at).toBeNull();
  await clock.advance('30 days');
  expect(await nima.host.authenticate(short.token, 'rest')).toBeNull();
  expect(await nima.host.authenticate(lasting.token, 'rest')).not.toBeNull();
  const names = (await nima.call('users.tokens.list')).tokens.map(({ name }: { name: string }) => name);
  expect(names).toEqual(['laptop', 'this machine']);
  expect((await nima.call('users.tokens.list', { limit: 1 })).tokens).toHaveLength(1);
});

test('a token never allows more than whoever made it', async () => {
  const nima = await aNima();
  const limited = { ...nima.owner, permissions: ['users:write', 'memory:read'] };
  const { token } = await nima.call('users.tokens.create', { name: 'reader' }, limited);
  expect(await nima.host.authenticate(token, 'rest')).toMatchObject({ permissions: limited.permissions });
});

test("nobody sees or removes another person's token", async () => {
  const nima = await aNima();
  const other = await aSecondOwner(nima);
  const { id } = await nima.call('users.tokens.create', { name: 'mine' });
  expect((await nima.call('users.tokens.list', {}, other)).tokens).toEqual([]);
  expect(await failureOf(nima.call('users.tokens.remove', { id }, other))).toMatchObject({ kind: 'not_found' });
});
