import { describe, expect, test } from 'vitest';
import { FakeClock } from '../../../test/support/clock.ts';
import { aNima, sharedNima, type TestNima } from '../../../test/support/nima.ts';
import { aSecondOwner, asAgent, failureOf } from '../../../test/support/people.ts';
import type { Actor } from '../../kernel/context.ts';

async function aFactId({ call }: TestNima, actor?: Actor): Promise<string> {
  return (await call('memory.facts.create', { fact: `Fact ${crypto.randomUUID()}` }, actor)).id;
}

/** An agent asks to forget; returns the id of the card the owner sees. */
async function ask(nima: TestNima, id: string, agent = asAgent(nima.owner)): Promise<string> {
  const failure = await failureOf(nima.call('memory.facts.remove', { id }, agent));
  expect(failure).toMatchObject({ kind: 'forbidden', code: 'approval_needed' });
  return String(failure.details.approval_id);
}

describe('an agent', () => {
  const nima = sharedNima();
  const agent = () => asAgent(nima().owner);

  test('looks freely, and writes freely what can be taken back', async () => {
    const { call } = nima();
    expect(await call('memory.facts.list', {}, agent())).toHaveProperty('facts');
    const { id } = await call('memory.facts.create', { fact: 'An agent wrote this' }, agent());
    expect(await call('memory.facts.update', { id, fact: 'And mended it' }, agent())).toHaveProperty('id', id);
    expect((await call('approvals.list')).approvals).toEqual([]);
  });

  test('asks before it removes, in a sentence that says what would be gone', async () => {
    const { call } = nima();
    const { id } = await call('memory.facts.create', { fact: 'Tea is in the left drawer' });
    await ask(nima(), id);
    const { approvals } = await call('approvals.list');
    expect(approvals).toMatchObject([
      {
        operation: 'memory.facts.remove',
        effect: 'destroy',
        arguments: { id },
        preview: 'Forget: Tea is in the left drawer',
        state: 'asked',
        place: null,
      },
    ]);
    expect(await call('memory.facts.get', { id })).toHaveProperty('removed_at', null);
  });

  test('asks before a write that nothing takes back', async () => {
    const failure = await failureOf(nima().call('memory.profile.update', { name: 'Eve' }, agent()));
    expect(failure).toMatchObject({ code: 'approval_needed', details: { preview: 'Change the profile: name Eve.' } });
    expect(await nima().call('memory.profile.get')).toHaveProperty('name', null);
  });

  test('asking twice shows one card; asking from another place shows another', async () => {
    const id = await aFactId(nima());
    const first = await ask(nima(), id);
    expect(await ask(nima(), id)).toBe(first);
    expect(await ask(nima(), id, asAgent(nima().owner, 'another-turn'))).not.toBe(first);
  });

  test('is not offered approvals, and asking to approve is itself a question to the owner', async () => {
    const { call, context } = nima();
    const card = await ask(nima(), await aFactId(nima()));
    const names = context()
      .toolbox.tools()
      .map(({ operation }) => operation);
    const offered = ['approvals.halt', 'approvals.resume', 'approvals.halted'];
    expect(names.filter((name) => name.startsWith('approvals.'))).toEqual(offered);
    const tried = await context().toolbox.execute(
      nima().owner,
      { id: 'c', name: 'approvals_approve', input: { id: card } },
      new AbortController().signal,
    );
    expect(tried).toMatchObject({ state: 'failed', failure: { code: 'tool_unknown' } });
    expect(await failureOf(call('approvals.approve', { id: card }, agent()))).toMatchObject({
      code: 'approval_needed',
    });
  });

  test('of an owner without the permission is refused before anybody is asked', async () => {
    const reader = { ...agent(), permissions: ['memory:read'] };
    const failure = await failureOf(nima().call('memory.facts.remove', { id: crypto.randomUUID() }, reader));
    expect(failure).toMatchObject({ kind: 'forbidden', code: 'forbidden' });
  });
});

describe('an approval', () => {
  const nima = sharedNima();

  test('lets exactly this call run, once', async () => {
    const { call, owner } = nima();
    const id = await aFactId(nima());
    const card = await ask(nima(), id);
    expect(await call('approvals.approve', { id: card })).toMatchObject({ id: card, state: 'approved' });
    expect(await call('memory.facts.remove', { id }, asAgent(owner))).toHaveProperty('id', id);
    const { approvals } = await call('approvals.list', { open: false });
    expect(approvals.find((one: { id: string }) => one.id === card)).toHaveProperty('state', 'used');
    expect((await call('audit.list', { limit: 1 })).entries).toMatchObject([
      { operation: 'memory.facts.remove', approval_id: card, actor: 'agent/chat' },
    ]);
    await call('memory.facts.restore', { id });
    expect(await ask(nima(), id)).not.toBe(card);
  });

  test('is spent once by two who run side by side', async () => {
    const { call, owner } = nima();
    const id = await aFactId(nima());
    await call('approvals.approve', { id: await ask(nima(), id) });
    const runs = [1, 2].map(() => call('memory.facts.remove', { id }, asAgent(owner)));
    const outcomes = await Promise.allSettled(runs);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('does not carry over to other arguments or another owner', async () => {
    const { call, owner } = nima();
    const [id, otherId] = [await aFactId(nima()), await aFactId(nima())];
    const card = await ask(nima(), id);
    await call('approvals.approve', { id: card });
    expect(await ask(nima(), otherId)).not.toBe(card);
    const other = await aSecondOwner(nima());
    expect(await ask(nima(), id, asAgent(other))).not.toBe(card);
    expect(await call('memory.facts.remove', { id }, asAgent(owner))).toHaveProperty('id', id);
  });

  test('can be decided by its owner alone, and once', async () => {
    const { call } = nima();
    const card = await ask(nima(), await aFactId(nima()));
    const other = await aSecondOwner(nima(), 'cy');
    for (const verb of ['approvals.approve', 'approvals.deny']) {
      expect(await failureOf(call(verb, { id: card }, other))).toMatchObject({ code: 'approval_unknown' });
    }
    await call('approvals.approve', { id: card });
    const late = await failureOf(call('approvals.deny', { id: card }));
    expect(late).toMatchObject({ kind: 'conflict', code: 'approval_over', details: { state: 'approved' } });
  });

  test('is not needed by a person', async () => {
    const id = await aFactId(nima());
    expect(await nima().call('memory.facts.remove', { id })).toHaveProperty('id', id);
  });
});

test('a denied call stays undone, with the reason on record, and may be asked for again', async () => {
  const nima = await aNima();
  const id = await aFactId(nima);
  const card = await ask(nima, id);
  const denied = await nima.call('approvals.deny', { id: card, reason: 'I still need it.' });
  expect(denied).toMatchObject({ state: 'denied', reason: 'I still need it.' });
  expect(await nima.call('approvals.list')).toEqual({ approvals: [] });
  expect(await ask(nima, id)).not.toBe(card);
});

test('five minutes later a question is over, and so is a yes that nobody used', async () => {
  const clock = new FakeClock();
  const nima = await aNima({ clock });
  const [unanswered, unused] = [await aFactId(nima), await aFactId(nima)];
  const first = await ask(nima, unanswered);
  const second = await ask(nima, unused);
  await nima.call('approvals.approve', { id: second });
  await clock.advance('5 minutes');
  expect(await nima.call('approvals.list')).toEqual({ approvals: [] });
  const failure = await failureOf(nima.call('approvals.approve', { id: first }));
  expect(failure).toMatchObject({ code: 'approval_over', details: { state: 'expired' } });
  expect(await ask(nima, unused)).not.toBe(second);
  const states = (await nima.call('approvals.list', { open: false })).approvals.map(
    ({ state }: { state: string }) => state,
  );
  expect(states).toEqual(['asked', 'expired', 'expired']);
});
