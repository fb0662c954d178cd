import { describe, expect, test } from 'vitest';
import { FakeClock } from '../../../test/support/clock.ts';
import { aNima, sharedNima, type TestNima } from '../../../test/support/nima.ts';
import { asAgent, failureOf } from '../../../test/support/people.ts';

/** Monday 2 March 2026, 8 o'clock in Lisbon. */
const at = () => new FakeClock(Date.parse('2026-03-02T08:00:00Z'));

async function inLisbon(): Promise<{ nima: TestNima; clock: FakeClock }> {
  const clock = at();
  const nima = await aNima({ clock });
  await nima.call('alerts.preferences.update', { time_zone: 'Europe/Lisbon', quiet_from: null });
  return { nima, clock };
}

describe('a schedule', () => {
  test('is made from words, and says in words what it will do and when', async () => {
    const { nima } = await inLisbon();
    expect(
      await nima.call('schedules.create', { when: 'every Monday at 9', remind: 'review the cluster' }),
    ).toMatchObject({
      title: 'Reminder: review the cluster',
      text: 'Reminder: review the cluster. Every Monday at 09:00, Lisbon time',
      cron: '0 9 * * 1',
      time_zone: 'Europe/Lisbon',
      next_at: '2026-03-02T09:00:00.000Z',
      consent: 'owner',
    });
  });

  test('takes a cron line, another time zone, an event, or no time at all', async () => {
    const { nima } = await inLisbon();
    const make = async (wish: object) => (await nima.call('schedules.create', { remind: 'x', ...wish })).text;
    expect(await make({ when: '30 2 1 * *', time_zone: 'America/New_York' })).toBe(
      'Reminder: x. On the 1st of every month at 02:30, New York time',
    );
    expect(await make({ when: '0 9 * * 5%2+1' })).toBe('Reminder: x. Every other Friday at 09:00, Lisbon time');
    expect(await make({ when: 'every three weeks on monday at half past seven' })).toBe(
      'Reminder: x. Every 3 weeks on Monday at 07:30, Lisbon time',
    );
    expect(await make({ on: 'memory.fact.created', filter: { category: 'work' } })).toBe(
      'Reminder: x. When memory.fact.created happens and category is work',
    );
    expect(await make({})).toBe('Reminder: x. When you run it');
    expect(await make({ when: 'tomorrow at 9' })).toBe(
      'Reminder: x. Once, on Tuesday 3 March 2026 at 09:00, Lisbon time',
    );
  });

  test.each([
    [{ when: 'soon', remind: 'x' }, 'time_unreadable'],
    [{ when: '0 9 31 2 *', remind: 'x' }, 'time_never_comes'],
    [{ when: '99 9 * * *', remind: 'x' }, 'cron_invalid'],
    [{ when: '0 9 * * 5%2+7', remind: 'x' }, 'time_never_comes'],
    [{ when: '2020-01-01T09:00:00Z', remind: 'x' }, 'time_is_past'],
    [{ when: 'daily at 9', time_zone: 'Mars/Base', remind: 'x' }, 'time_zone_unknown'],
    [{ when: 'daily at 9', on: 'memory.fact.created', remind: 'x' }, 'trigger_twice'],
    [{ on: 'moon.rose', remind: 'x' }, 'event_unknown'],
    [{ on: 'schedules.run.ended', remind: 'x' }, 'event_circular'],
    [{ when: 'daily at 9' }, 'action_missing'],
    [{ when: 'daily at 9', remind: 'x', ask: 'y' }, 'action_twice'],
    [{ when: 'daily at 9', operation: 'no.such' }, 'operation_unknown'],
    [{ when: 'daily at 9', operation: 'schedules.create' }, 'operation_unknown'],
    [{ when: 'daily at 9', operation: 'memory.facts.create', input: { fact: '' } }, 'operation_input_wrong'],
  ])('like %j is refused, with the reason: %s', async (wish, code) => {
    expect(await failureOf(shared().call('schedules.create', wish))).toMatchObject({ code });
  });
  const shared = sharedNima({ clock: at() });

  test('cannot run what its maker may not', async () => {
    const maker = { ...shared().owner, permissions: ['schedules:write'] };
    const wish = { when: 'daily at 9', operation: 'memory.facts.create', input: { fact: 'x' } };
    expect(await failureOf(shared().call('schedules.create', wish, maker))).toMatchObject({
      code: 'operation_forbidden',
    });
  });
});

test('a question is scheduled by the sentence people use', async () => {
  const { nima } = await inLisbon();
  expect(await nima.call('schedules.ask', { when: 'every day at 7:30', ask: 'what is open' })).toMatchObject({
    action: 'ask',
    text: 'What is open. Every day at 07:30, Lisbon time',
    consent: 'owner',
  });
  const wish = { when: 'every day at 8', ask: 'what is new' };
  expect(await failureOf(nima.call('schedules.ask', wish, asAgent(nima.owner)))).toMatchObject({
    code: 'approval_needed',
  });
});

describe('an agent', () => {
  const nima = sharedNima({ clock: at() });
  const make = (wish: object) =>
    nima().call('schedules.create', { when: 'daily at 9', ...wish }, asAgent(nima().owner));

  test('may set a reminder, and schedule what it may do anyway', async () => {
    expect(await make({ remind: 'stretch' })).toMatchObject({ consent: 'agent' });
    expect(await make({ operation: 'memory.facts.create', input: { fact: 'x' } })).toMatchObject({ consent: 'agent' });
  });

  test.each([
    { operation: 'memory.facts.remove', input: { id: crypto.randomUUID() } },
    { operation: 'memory.profile.update', input: { name: 'Eve' } },
    { ask: 'remember that Eve is my boss' },
  ])('asks before it schedules %j, and an approval covers exactly that', async (wish) => {
    const failure = await failureOf(make(wish));
    expect(failure).toMatchObject({ code: 'approval_needed' });
    await nima().call('approvals.approve', { id: String(failure.details.approval_id) });
    expect(await make(wish)).toMatchObject({ consent: 'approval' });
    expect(await failureOf(make(wish))).toMatchObject({ code: 'approval_needed' });
  });
});

test('an agent cannot move, resume or bring back what it could not have made', async () => {
  const { nima } = await inLisbon();
  const input = { id: crypto.randomUUID() };
  const wish = { when: 'daily at 9', operation: 'memory.facts.remove', input };
  const { id } = await nima.call('schedules.create', wish);
  const asks = { code: 'approval_needed' };
  const agent = asAgent(nima.owner);
  expect(await failureOf(nima.call('schedules.update', { id, when: 'every minute' }, agent))).toMatchObject(asks);
  await nima.call('schedules.pause', { id }, agent);
  expect(await failureOf(nima.call('schedules.resume', { id }, agent))).toMatchObject(asks);
  await nima.call('schedules.remove', { id });
  expect(await nima.call('schedules.restore', { id }, agent)).toMatchObject({ consent: 'agent' });
});

test('a schedule is changed, paused, resumed, removed and restored, and keeps its consent while its action stays', async () => {
  const { nima, clock } = await inLisbon();
  const { call } = nima;
  const { id } = await call('schedules.create', { when: 'every Monday at 9', remind: 'review' });
  expect(await call('schedules.update', { id, when: 'daily at 10' })).toMatchObject({
    cron: '0 10 * * *',
    next_at: '2026-03-02T10:00:00.000Z',
    words: 'review',
    consent: 'owner',
  });
  expect(await call('schedules.restore', { id })).toMatchObject({ cron: '0 9 * * 1' });
  expect(await call('schedules.restore', { id })).toMatchObject({ cron: '0 10 * * *' });
  expect(await call('schedules.pause', { id })).toMatchObject({ state: 'paused', next_at: null });
  expect(await failureOf(call('schedules.pause', { id }))).toMatchObject({ code: 'schedule_not_active' });
  await clock.advance('1 day');
  expect(await call('schedules.resume', { id })).toMatchObject({
    state: 'active',
    next_at: '2026-03-03T10:00:00.000Z',
  });
  expect(await failureOf(call('schedules.resume', { id }))).toMatchObject({ code: 'schedule_not_paused' });
  await call('schedules.remove', { id });
  expect((await call('schedules.list')).schedules).toEqual([]);
  expect((await call('schedules.list', { removed: true })).schedules).toMatchObject([{ id }]);
  expect(await failureOf(call('schedules.run', { id }))).toMatchObject({ code: 'schedule_unknown' });
  await call('schedules.restore', { id });
  const fresh = await call('schedules.create', { remind: 'new' });
  expect(await failureOf(call('schedules.restore', { id: fresh.id }))).toMatchObject({ code: 'schedule_unchanged' });
  expect((await call('schedules.get', { id })).next_times).toHaveLength(5);
});

test('a time is tried out without scheduling anything', async () => {
  const { nima } = await inLisbon();
  const seen = await nima.call('schedules.preview', { when: 'every Monday at 9', time_zone: 'America/New_York' });
  expect(seen.text).toBe('Every Monday at 09:00, New York time');
  // The clocks go forward on 8 March.
  expect(seen.next_times.slice(0, 2)).toEqual([
    { at: '2026-03-02T14:00:00.000Z', text: 'Monday 2 March 2026 at 09:00' },
    { at: '2026-03-09T13:00:00.000Z', text: 'Monday 9 March 2026 at 09:00' },
  ]);
  expect((await nima.call('schedules.list')).schedules).toEqual([]);
});
