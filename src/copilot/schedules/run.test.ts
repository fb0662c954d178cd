import { describe, expect, test } from 'vitest';
import { FakeClock, ForwardClock } from '../../../test/support/clock.ts';
import { aNima, type TestNima } from '../../../test/support/nima.ts';
import { asAgent, failureOf } from '../../../test/support/people.ts';

interface Life {
  readonly nima: TestNima;
  readonly clock: FakeClock;
  /** Lets time pass and everything happen that is due by then. */
  pass(duration: Parameters<FakeClock['advance']>[0]): Promise<void>;
  runs(): Promise<{ state: string; reason: string; outcome: string; planned_at: string }[]>;
  told(): Promise<string[]>;
}

/** Monday 2 March 2026, in Lisbon; the zone shares UTC until 29 March. */
async function aLife(start = '2026-03-02T08:58:00Z'): Promise<Life> {
  const clock = new FakeClock(Date.parse(start));
  const nima = await aNima({ clock });
  await nima.call('alerts.preferences.update', { time_zone: 'Europe/Lisbon', quiet_from: null });
  return {
    nima,
    clock,
    async pass(duration) {
      await clock.advance(duration);
      for (let round = 0; round < 3; round += 1) await nima.settle();
    },
    runs: async () => (await nima.call('schedules.runs.list')).runs,
    told: async () => (await nima.call('alerts.list')).alerts.map(({ text }: { text: string }) => text),
  };
}

describe('a reminder', () => {
  test('comes at its time, says why and how to stop it, and comes again', async () => {
    const { nima, pass, runs, told } = await aLife();
    await nima.call('schedules.create', { when: 'every Monday at 9', remind: 'review the cluster' });
    await pass('1 minute');
    expect(await runs()).toEqual([]);
    await pass('2 minutes');
    expect(await told()).toEqual(['review the cluster']);
    expect(await nima.call('alerts.explain')).toMatchObject({
      because: 'You asked for it on Monday 2 March 2026 at 08:58: Every Monday at 09:00, Lisbon time.',
      stop: expect.stringContaining('Pause or remove'),
    });
    expect(await runs()).toMatchObject([{ state: 'done', reason: 'time', outcome: 'Reminded: review the cluster' }]);
    await pass('7 days');
    expect(await told()).toHaveLength(2);
  });

  test('that comes once ends, and is told in quiet hours because it was asked for', async () => {
    const { nima, pass, told } = await aLife('2026-03-02T23:00:00Z');
    await nima.call('alerts.preferences.update', { quiet_from: '22', quiet_to: '7' });
    const { id } = await nima.call('schedules.create', { when: 'in 20 minutes', remind: 'the oven' });
    await pass('20 minutes');
    expect(await told()).toEqual(['the oven']);
    expect((await nima.call('alerts.list')).alerts).toMatchObject([{ telling: 'told' }]);
    expect(await nima.call('schedules.get', { id })).toMatchObject({ state: 'ended', next_at: null });
  });
});

describe('on the nights the clocks change, in New York,', () => {
  test('a job of 02:30 runs once at 03:00 when there is no 02:30', async () => {
    const { nima, pass, runs } = await aLife('2026-03-08T06:50:00Z');
    await nima.call('schedules.create', { when: 'daily at 2:30', time_zone: 'America/New_York', remind: 'x' });
    for (let minutes = 0; minutes < 120; minutes += 10) await pass('10 minutes');
    expect(await runs()).toMatchObject([{ planned_at: '2026-03-08T07:00:00.000Z' }]);
  });

  test('a job of 01:30 runs once when there are two', async () => {
    const { nima, pass, runs } = await aLife('2026-11-01T05:00:00Z');
    await nima.call('schedules.create', { when: 'daily at 1:30', time_zone: 'America/New_York', remind: 'x' });
    for (let minutes = 0; minutes < 120; minutes += 10) await pass('10 minutes');
    expect(await runs()).toMatchObject([{ planned_at: '2026-11-01T05:30:00.000Z' }]);
  });
});

describe('after an outage of three days', () => {
  const daily = (catch_up: string) => ({ when: 'daily at 9', remind: 'x', catch_up });

  test('the last run is caught up, and the history says what was missed', async () => {
    const { nima, pass, runs, told } = await aLife();
    await nima.call('schedules.create', daily('once'));
    await pass('3 days');
    expect((await runs()).map(({ state, reason }) => [state, reason])).toEqual([
      ['done', 'catch_up'],
      ['missed', 'time'],
    ]);
    expect((await runs())[1]?.outcome).toBe(
      '2 runs missed from Monday 2 March 2026 at 09:00 to Tuesday 3 March 2026 at 09:00: Nima was not running.',
    );
    expect(await told()).toHaveLength(1);
  });

  test('with `skip` nothing is, with `all` everything is, up to ten', async () => {
    const skipping = await aLife();
    await skipping.nima.call('schedules.create', daily('skip'));
    await skipping.pass('3 days');
    expect(await skipping.runs()).toMatchObject([{ state: 'missed' }]);
    const all = await aLife();
    await all.nima.call('schedules.create', daily('all'));
    await all.pass('14 days');
    const states = (await all.runs()).map(({ state }) => state);
    expect(states.filter((state) => state === 'done')).toHaveLength(10);
    expect(states.filter((state) => state === 'missed')).toHaveLength(1);
  });
});

describe('an operation that is scheduled', () => {
  test('runs as consented, and the history links to what it made', async () => {
    const { nima, pass, runs } = await aLife();
    const input = { fact: 'Backups were checked' };
    await nima.call('schedules.create', { when: 'daily at 9', operation: 'memory.facts.create', input });
    await pass('2 minutes');
    const [{ id }] = (await nima.call('memory.facts.list')).facts;
    expect(await runs()).toMatchObject([{ state: 'done', made: { operation: 'memory.facts.create', id } }]);
    const { entries } = await nima.call('audit.list', { limit: 20 });
    expect(entries.find((each: { operation: string }) => each.operation === 'memory.facts.create')).toMatchObject({
      actor: 'system/job',
    });
  });

  test('that starts a task starts one for each run, and the history links to it', async () => {
    // Tasks wait in real time.
    const nima = await aNima({ clock: new ForwardClock() });
    const input = { type: 'files', action: 'read', params: { path: '/no/such/place' } };
    const { id } = await nima.call('schedules.create', { operation: 'tasks.execute', input });
    for (let run = 0; run < 2; run += 1) {
      await nima.call('schedules.run', { id });
      await nima.settle();
    }
    const { tasks } = await nima.call('tasks.history');
    expect(tasks).toMatchObject([{ asked_by: 'system/job' }, { asked_by: 'system/job' }]);
    const { runs } = await nima.call('schedules.runs.list');
    const made = runs.map((run: { made: { id: string } }) => run.made.id);
    expect(made.sort()).toEqual(tasks.map((task: { id: string }) => task.id).sort());
  });

  test('that fails is told once, and is good again when it goes well', async () => {
    const { nima, pass, runs, told } = await aLife();
    const input = { fact: 'The same' };
    await nima.call('schedules.create', { when: 'daily at 9', operation: 'memory.facts.create', input });
    await pass('2 minutes');
    await pass('1 day');
    await pass('1 day');
    expect((await runs()).map(({ state }) => state)).toEqual(['failed', 'failed', 'done']);
    expect(await told()).toEqual([expect.stringContaining('already remembered')]);
    await nima.call('memory.facts.remove', { id: (await nima.call('memory.facts.list')).facts[0].id });
    await pass('1 day');
    expect((await nima.call('alerts.list')).alerts).toEqual([]);
  });

  test('whose action was changed behind the consent asks, and runs when it is approved', async () => {
    const { nima, pass, runs } = await aLife();
    const { id: fact } = await nima.call('memory.facts.create', { fact: 'Keep me' });
    const wish = { when: 'daily at 9', operation: 'memory.facts.remove', input: { id: crypto.randomUUID() } };
    const { id } = await nima.call('schedules.create', wish);
    const forged = { input: JSON.stringify({ id: fact }) };
    await nima.db.kysely.updateTable('schedules').set(forged).where('id', '=', id).execute();
    await pass('2 minutes');
    expect(await runs()).toMatchObject([{ state: 'asks', outcome: 'Forget: Keep me' }]);
    const [card] = (await nima.call('approvals.list')).approvals;
    await nima.call('approvals.approve', { id: card.id });
    await pass('1 second');
    expect(await runs()).toMatchObject([{ state: 'done' }]);
    expect((await nima.call('memory.facts.list')).facts).toEqual([]);
  });

  test('is allowed no more than whoever made it', async () => {
    const { nima, pass, runs } = await aLife();
    const input = { fact: 'x' };
    const { id } = await nima.call('schedules.create', { when: 'daily at 9', operation: 'memory.facts.create', input });
    const less = { permissions: '["goals:read"]' };
    await nima.db.kysely.updateTable('schedules').set(less).where('id', '=', id).execute();
    await pass('2 minutes');
    expect(await runs()).toMatchObject([{ state: 'failed', outcome: expect.stringContaining('may not run') }]);
  });
});

test('a question is asked in a conversation of its own, and the answer is told', async () => {
  const nima = await aNima({ clock: new ForwardClock() });
  await nima.call('memory.facts.create', { fact: 'My cluster is called ElderTree' });
  const { id } = await nima.call('schedules.create', { ask: 'what is my cluster called?' });
  for (let round = 0; round < 2; round += 1) {
    await nima.call('schedules.run', { id });
    await nima.settle();
  }
  const { alerts } = await nima.call('alerts.list', { kind: 'brief' });
  expect(alerts.map(({ text }: { text: string }) => text)).toEqual([
    expect.stringContaining('ElderTree'),
    expect.stringContaining('ElderTree'),
  ]);
  const { runs } = await nima.call('schedules.runs.list');
  const conversations = new Set(runs.map(({ made }: { made: { id: string } }) => made.id));
  expect(conversations.size).toBe(1);
});

describe('run by hand', () => {
  test('a schedule runs now and keeps its plan, also when it is paused', async () => {
    const { nima, pass, runs, told } = await aLife();
    const { id } = await nima.call('schedules.create', { when: 'every Friday at 9', remind: 'now' });
    await nima.call('schedules.pause', { id });
    expect(await nima.call('schedules.run', { id })).toMatchObject({ state: 'waiting', reason: 'hand' });
    await pass('1 second');
    expect(await told()).toEqual(['now']);
    expect(await runs()).toMatchObject([{ state: 'done', reason: 'hand' }]);
    expect(await nima.call('schedules.get', { id })).toMatchObject({ state: 'paused' });
  });

  test('by an agent, it asks where the action would', async () => {
    const { nima } = await aLife();
    const input = { id: crypto.randomUUID() };
    const { id } = await nima.call('schedules.create', { operation: 'memory.facts.remove', input });
    const reminder = await nima.call('schedules.create', { remind: 'x' });
    const agent = asAgent(nima.owner);
    expect(await failureOf(nima.call('schedules.run', { id }, agent))).toMatchObject({ code: 'approval_needed' });
    expect(await failureOf(nima.call('schedules.run', { id: reminder.id }, agent))).toMatchObject({
      code: 'approval_needed',
    });
  });
});

describe('an event', () => {
  test('starts what waits for it, when it says what was asked for, and not without end', async () => {
    const { nima, pass, runs } = await aLife();
    await nima.call('schedules.create', { on: 'memory.fact.created', remind: 'a fact came' });
    await nima.call('schedules.create', { on: 'memory.fact.created', filter: { id: 'never' }, remind: 'not this' });
    for (let n = 0; n < 15; n += 1) await nima.call('memory.facts.create', { fact: `Fact ${n}` });
    await pass('1 second');
    expect(await runs()).toHaveLength(12);
    expect(new Set((await runs()).map(({ outcome }) => outcome))).toEqual(new Set(['Reminded: a fact came']));
  });
});

test('while everything is stopped nothing fires; afterwards it is caught up', async () => {
  const { nima, pass, runs } = await aLife();
  const { id } = await nima.call('schedules.create', { when: 'daily at 9', remind: 'x' });
  await nima.call('approvals.halt');
  expect(await failureOf(nima.call('schedules.run', { id }))).toMatchObject({ code: 'halted' });
  await pass('1 hour');
  expect(await runs()).toEqual([]);
  await nima.call('approvals.resume');
  await pass('1 minute');
  expect(await runs()).toMatchObject([{ state: 'done', reason: 'catch_up' }]);
});

test('a run that was cut off is repeated only where that does no harm', async () => {
  const { nima, pass, runs } = await aLife();
  const input = { id: crypto.randomUUID() };
  const { id } = await nima.call('schedules.create', { operation: 'memory.facts.remove', input });
  const { id: harmless } = await nima.call('schedules.create', { remind: 'x' });
  for (const each of [id, harmless]) await nima.call('schedules.run', { id: each });
  await nima.db.kysely.updateTable('schedule_runs').set({ state: 'running' }).execute();
  await pass('1 second');
  const outcomes = (await runs()).map(({ state, outcome }) => [state, outcome]);
  expect(outcomes).toContainEqual(['done', 'Reminded: x']);
  expect(outcomes).toContainEqual(['failed', expect.stringContaining('Nima stopped while this ran')]);
});
