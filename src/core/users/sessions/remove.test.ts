import { describe, expect, test } from 'vitest';
import { sharedNima } from '../../../../test/support/nima.ts';
import { aSecondOwner, failureOf } from '../../../../test/support/people.ts';
import type { Actor } from '../../../kernel/context.ts';
import { stranger } from '../../../kernel/host.ts';
import { EXAMPLE_PASSWORD, givenUserExamples } from '../fixtures.ts';

const nima = sharedNima();

async function aSession(): Promise<{ id: string; token: string }> {
  const { call, context } = nima();
  await givenUserExamples(context()).catch(() => undefined);
  return call('users.sessions.create', { password: EXAMPLE_PASSWORD }, stranger('rest'));
}

describe('signing out', () => {
  test('one browser leaves the others signed in', async () => {
    const { call, host } = nima();
    const gone = await aSession();
    const kept = await aSession();
    expect(await call('users.sessions.remove', { id: gone.id })).toEqual({ removed: 1 });
    expect(await host.authenticate(gone.token, 'rest')).toBeNull();
    expect(await host.authenticate(kept.token, 'rest')).not.toBeNull();
    expect((await failureOf(call('users.sessions.remove', { id: gone.id }))).code).toBe('session_unknown');
  });

  test('the one that asks is called current', async () => {
    const { call, host } = nima();
    const { token } = await aSession();
    const actor = (await host.authenticate(token, 'rest')) as Actor;
    expect(await call('users.sessions.remove', { id: 'current' }, actor)).toEqual({ removed: 1 });
    expect(await host.authenticate(token, 'rest')).toBeNull();
  });

  test('a bearer token that signs out "current" keeps working: there was no session', async () => {
    const { call, host, token } = nima();
    const actor = (await host.authenticate(token, 'rest')) as Actor;
    expect(await call('users.sessions.remove', { id: 'current' }, actor)).toEqual({ removed: 0 });
    expect(await host.authenticate(token, 'rest')).not.toBeNull();
  });

  test("another person's session stays", async () => {
    const { id, token } = await aSession();
    const other = await aSecondOwner(nima());
    const failure = await failureOf(nima().call('users.sessions.remove', { id }, other));
    expect(failure).toMatchObject({ kind: 'not_found', code: 'session_unknown' });
    expect(await nima().host.authenticate(token, 'rest')).not.toBeNull();
  });
});
