import { describe, expect, test } from 'vitest';
import { FakeClock } from '../../../test/support/clock.ts';
import { aNima, type TestNima } from '../../../test/support/nima.ts';
import { asAgent, failureOf } from '../../../test/support/people.ts';

/** Monday 2 March 2026, 7 o'clock in Lisbon. */
async function aMonday(): Promise<{ nima: TestNima; clock: FakeClock }> {
  const clock = new FakeClock(Date.parse('2026-03-02T07:00:00Z'));
  const nima = await aNima({ clock });
  await nima.call('alerts.preferences.update', { time_zone: 'Europe/Lisbon' });
  return { nima, clock };
}

async function settle(nima: TestNima): Promise<void> {
  for (let round = 0; round < 3; round += 1) await nima.settle();
}

describe('a brief', () => {
  test('is off until it is asked for', async () => {
    const { nima, clock } = await aMonday();
    expect((await nima.call('briefs.get')).briefs).toMatchObject([{ state: 'off' }, { state: 'off' }]);
    await clock.advance('2 days');
    await settle(nima);
    expect((await nima.call('alerts.list')).alerts).toEqual([]);
  });

  test('comes at the time asked for, in quiet hours too, and replaces the one before', async () => {
    const { nima, clock } = await aMonday();
    const on = { brief: 'morning', when: 'at 6:30' };
    expect(await nima.call('briefs.update', on)).toMatchObject({
      state: 'on',
      text: 'Morning brief. Every day at 06:30, Lisbon time',
      next_at: '2026-03-03T06:30:00.000Z',
    });
    for (const day of [1, 2]) {
      await clock.advance(day === 1 ? '24 hours' : '23 hours');
      await settle(nima);
    }
    const { alerts } = await nima.call('alerts.list');
    expect(alerts).toMatchObject([{ kind: 'brief', subject: 'Morning brief', telling: 'told' }]);
    expect(await nima.call('alerts.explain')).toMatchObject({
      because: 'You asked for the morning brief.',
      stop: 'Say “turn off the morning brief”.',
    });
  });

  test('is turned off, on again and moved as one schedule', async () => {
    const { nima } = await aMonday();
    await nima.call('briefs.update', { brief: 'weekly' });
    expect(await nima.call('briefs.update', { brief: 'weekly', state: 'off' })).toMatchObject({ state: 'off' });
    const moved = { brief: 'weekly', when: 'every Sunday at 18:00' };
    expect(await nima.call('briefs.update', moved)).toMatchObject({
      text: 'Weekly brief. Every Sunday at 18:00, Lisbon time',
    });
    expect((await nima.call('schedules.list')).schedules).toHaveLength(1);
    expect(await failureOf(nima.call('briefs.update', { brief: 'weekly', when: 'soon' }))).toMatchObject({
      code: 'time_unreadable',
    });
  });

  test('is turned on by an agent only when the owner says so', async () => {
    const { nima } = await aMonday();
    const failure = await failureOf(nima.call('briefs.update', { brief: 'morning' }, asAgent(nima.owner)));
    expect(failure).toMatchObject({ code: 'approval_needed', details: { preview: 'Turn the morning brief on.' } });
    await nima.call('approvals.approve', { id: String(failure.details.approval_id) });
    expect(await nima.call('briefs.update', { brief: 'morning' }, asAgent(nima.owner))).toMatchObject({ state: 'on' });
  });
});

test('what a brief says is what waits, is due, went wrong and is new', async () => {
  const { nima } = await aMonday();
  const { call } = nima;
  expect((await call('briefs.preview')).text).toBe(
    '**Morning brief, Monday 2 March 2026**\n\nNothing is open, due or new.',
  );
  await call('goals.create', { title: 'Run a marathon', deadline: '2026-03-20' });
  await call('memory.facts.create', { fact: 'The router is in the hall' });
  await call('schedules.create', { when: 'today at 9', remind: 'review the cluster' });
  const { id } = await call('memory.facts.create', { fact: 'To be forgotten' });
  await failureOf(call('memory.facts.remove', { id }, asAgent(nima.owner)));
  const { text } = await call('briefs.preview');
  expect(text).toContain('Waits for your approval: Forget: To be forgotten');
  expect(text).toMatch(/- Run a marathon: 0 %, due .* March 2026/);
  expect(text).toContain('- 09:00: Reminder: review the cluster');
  expect(text).toContain('- The router is in the hall');
  expect(text).not.toContain('Tasks');
  const told = await call('briefs.tell');
  expect(await call('alerts.get', { id: told.id })).toMatchObject({ kind: 'brief', text });
});
