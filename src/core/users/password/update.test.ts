import { describe, expect, test } from 'vitest';
import { aNima, type TestNima } from '../../../../test/support/nima.ts';
import { failureOf } from '../../../../test/support/people.ts';
import { stranger } from '../../../kernel/host.ts';
import { EXAMPLE_PASSWORD, givenUserExamples } from '../fixtures.ts';

async function aHouse(): Promise<TestNima> {
  const nima = await aNima();
  await givenUserExamples(nima.context());
  return nima;
}
const signIn = ({ call }: TestNima, password: string) => call('users.sessions.create', { password }, stranger('rest'));

describe('a new password', () => {
  test('replaces the old one and signs every browser out, but no token', async () => {
    const nima = await aHouse();
    const sessions = [await signIn(nima, EXAMPLE_PASSWORD), await signIn(nima, EXAMPLE_PASSWORD)];
    const change = { current: EXAMPLE_PASSWORD, password: 'a-better-password-than-before' };
    expect(await nima.call('users.password.update', change)).toEqual({ signed_out: 2 });
    for (const { token } of sessions) expect(await nima.host.authenticate(token, 'rest')).toBeNull();
    expect(await nima.host.authenticate(nima.token, 'rest')).not.toBeNull();
    expect((await failureOf(signIn(nima, EXAMPLE_PASSWORD))).code).toBe('password_wrong');
    expect(await signIn(nima, change.password)).toHaveProperty('token');
  });

  test('needs the one before', async () => {
    const nima = await aHouse();
    const change = { current: 'not-the-password', password: 'a-better-password-than-before' };
    const failure = await failureOf(nima.call('users.password.update', change));
    expect(failure).toMatchObject({ kind: 'forbidden', code: 'password_wrong' });
    expect(await signIn(nima, EXAMPLE_PASSWORD)).toHaveProperty('token');
  });

  test('has twelve characters at least, and one kept in another Unicode form still fits', async () => {
    const nima = await aHouse();
    const update = (current: string, password: string) => nima.call('users.password.update', { current, password });
    expect(await failureOf(update(EXAMPLE_PASSWORD, 'short'))).toMatchObject({ kind: 'invalid' });
    await update(EXAMPLE_PASSWORD, 'Grüße-aus-der-Küche'.normalize('NFC'));
    expect(await signIn(nima, 'Grüße-aus-der-Küche'.normalize('NFD'))).toHaveProperty('token');
  });
});

describe('a reset', () => {
  test('makes a password that works, signs everybody out and ends a pause', async () => {
    const nima = await aHouse();
    const { token } = await signIn(nima, EXAMPLE_PASSWORD);
    for (let n = 0; n < 6; n += 1) await failureOf(signIn(nima, 'wrong'));
    const { password } = await nima.call('users.password.reset');
    expect(await nima.host.authenticate(token, 'rest')).toBeNull();
    expect(await signIn(nima, password)).toHaveProperty('token');
  });

  test('is for whoever holds the machine: REST does not offer it', async () => {
    const nima = await aHouse();
    expect((await nima.request('/v1/users/password/reset', { json: {} })).status).toBe(404);
  });
});
