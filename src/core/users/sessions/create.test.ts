import { expect, test } from 'vitest';
import { FakeClock } from '../../../../test/support/clock.ts';
import { aNima, type TestNima } from '../../../../test/support/nima.ts';
import { failureOf } from '../../../../test/support/people.ts';
import { stranger } from '../../../kernel/host.ts';
import { EXAMPLE_PASSWORD, givenUserExamples } from '../fixtures.ts';

const nobody = stranger('rest');

async function aHouseWithPassword(): Promise<{ nima: TestNima; clock: FakeClock }> {
  const clock = new FakeClock();
  const nima = await aNima({ clock });
  await givenUserExamples(nima.context());
  return { nima, clock };
}
const signIn = ({ call }: TestNima, password: string, name?: string) =>
  call('users.sessions.create', { password, ...(name === undefined ? {} : { name }) }, nobody);

test('the password opens a session that knows its owner', async () => {
  const { nima } = await aHouseWithPassword();
  const { token, ...session } = await signIn(nima, EXAMPLE_PASSWORD);
  expect(await nima.host.authenticate(token, 'rest')).toMatchObject({
    owner: nima.owner.owner,
    credential: session.id,
  });
  expect((await nima.call('users.sessions.list')).sessions).toEqual([session]);
});

test('the password shown at first start signs in', async () => {
  const nima = await aNima();
  expect(nima.firstPassword).toMatch(/^[a-z0-9]{5}(-[a-z0-9]{5}){3}$/);
  expect(await signIn(nima, nima.firstPassword ?? '', 'owner')).toHaveProperty('token');
});

test.each([
  ['a wrong password', 'not-the-password-at-all', undefined],
  ['an unknown name', EXAMPLE_PASSWORD, 'somebody'],
])('%s is refused in the same words', async (_what, password, name) => {
  const { nima } = await aHouseWithPassword();
  expect(await failureOf(signIn(nima, password, name))).toMatchObject({
    kind: 'unauthenticated',
    code: 'password_wrong',
  });
});

test('after five wrong passwords even the right one waits; a minute later it is let in', async () => {
  const { nima, clock } = await aHouseWithPassword();
  for (let n = 1; n <= 5; n += 1) expect((await failureOf(signIn(nima, `wrong ${n}`))).code).toBe('password_wrong');
  await clock.advance('20 seconds');
  const paused = await failureOf(signIn(nima, EXAMPLE_PASSWORD));
  expect(paused).toMatchObject({ kind: 'limit', code: 'sign_in_paused', details: { seconds: 40 } });
  await clock.advance('41 seconds');
  expect(await signIn(nima, EXAMPLE_PASSWORD)).toHaveProperty('token');
});

test('wrong passwords sent side by side are all counted', async () => {
  const { nima } = await aHouseWithPassword();
  const failures = await Promise.all(Array.from({ length: 12 }, (_, n) => failureOf(signIn(nima, `wrong ${n}`))));
  const codes = failures.map(({ code }) => code);
  expect(codes.filter((code) => code === 'password_wrong')).toHaveLength(5);
  expect(codes.filter((code) => code === 'sign_in_paused')).toHaveLength(7);
});

test('signing in forgets the wrong tries before it', async () => {
  const { nima } = await aHouseWithPassword();
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < 4; n += 1) await failureOf(signIn(nima, 'wrong'));
    expect(await signIn(nima, EXAMPLE_PASSWORD)).toHaveProperty('token');
  }
});

test('a session ends after 30 days, is listed no more and leaves with the next sign-in', async () => {
  const { nima, clock } = await aHouseWithPassword();
  const { token, id } = await signIn(nima, EXAMPLE_PASSWORD);
  await clock.advance('29 days');
  expect(await nima.host.authenticate(token, 'rest')).not.toBeNull();
  await clock.advance('1 day');
  expect(await nima.host.authenticate(token, 'rest')).toBeNull();
  expect((await nima.call('users.sessions.list')).sessions).toEqual([]);
  await signIn(nima, EXAMPLE_PASSWORD);
  expect((await failureOf(nima.call('users.sessions.remove', { id }))).code).toBe('session_unknown');
});
