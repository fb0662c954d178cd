import { expect, test } from 'vitest';
import { aNima } from '../../../../test/support/nima.ts';
import { aSecondOwner, failureOf } from '../../../../test/support/people.ts';

test('a profile is empty until something is set, then merged key by key; a null takes a key away', async () => {
  const nima = await aNima();
  const { call, owner } = nima;
  const empty = { user_id: owner.owner, name: null, preferences: {}, context: {}, created_at: null, updated_at: null };
  expect(await call('memory.profile.get')).toEqual(empty);
  await call('memory.profile.update', { name: 'Ana', preferences: { editor: 'helix', theme: 'dark' } });
  await call('memory.profile.update', { preferences: { theme: null, shell: 'fish' }, context: { team: { size: 4 } } });
  expect(await call('memory.profile.get')).toMatchObject({
    name: 'Ana',
    preferences: { editor: 'helix', shell: 'fish' },
    context: { team: { size: 4 } },
  });
  expect((await call('memory.profile.get')).preferences).not.toHaveProperty('theme');
  expect(await call('memory.profile.update', { name: null })).toHaveProperty('name', null);
  const other = await aSecondOwner(nima);
  expect(await call('memory.profile.get', {}, other)).toMatchObject({ user_id: other.owner, preferences: {} });
});

test('a profile does not grow without end', async () => {
  const { call } = await aNima();
  const entries = (from: number) => Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`key ${from + n}`, n]));
  await call('memory.profile.update', { preferences: entries(0) });
  const more = await failureOf(call('memory.profile.update', { context: entries(200) }));
  expect(more).toMatchObject({ kind: 'limit', code: 'profile_full' });
  const long = await failureOf(call('memory.profile.update', { context: { text: 'x'.repeat(60_000) } }));
  expect(long).toMatchObject({ code: 'profile_full' });
  expect(await call('memory.profile.get')).toHaveProperty('context', {});
});

test('two changes at once are both kept', async () => {
  const { call } = await aNima();
  await Promise.all(['a', 'b', 'c', 'd'].map((key) => call('memory.profile.update', { preferences: { [key]: 1 } })));
  expect((await call('memory.profile.get')).preferences).toEqual({ a: 1, b: 1, c: 1, d: 1 });
});
