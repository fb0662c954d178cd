import { describe, expect, test } from 'vitest';
import { FakeClock } from '../../../test/support/clock.ts';
import { aNima, type TestNima } from '../../../test/support/nima.ts';
import { failureOf } from '../../../test/support/people.ts';
import { anAlert } from './fixtures.ts';
import { raiseAlert, resolveAlert } from './index.ts';

/** Monday 2 March 2026 in Lisbon, where winter time is UTC. */
const at = (text: string) => new FakeClock(Date.parse(`2026-03-02T${text}:00Z`));

async function aNimaAt(time: string): Promise<{ nima: TestNima; clock: FakeClock }> {
  const clock = at(time);
  const nima = await aNima({ clock });
  await nima.call('alerts.preferences.update', { time_zone: 'Europe/Lisbon' });
  return { nima, clock };
}

const told = async ({ call }: TestNima): Promise<string[]> =>
  (await call('alerts.list', { state: 'any' })).alerts
    .filter(({ telling }: { telling: string }) => telling === 'told')
    .map(({ subject }: { subject: string }) => subject);

describe('an alert by day', () => {
  test('is told at once, with why it came and how to stop it', async () => {
    const { nima } = await aNimaAt('10:00');
    await raiseAlert(nima.context(), anAlert());
    await nima.settle();
    expect((await nima.call('alerts.list')).alerts).toMatchObject([
      {
        subject: 'the disk',
        telling: 'told',
        because: 'You asked to hear of disks over 90 %.',
        stop: 'Mute the rule disk.full.',
      },
    ]);
    expect(await nima.call('alerts.explain')).toMatchObject({ because: 'You asked to hear of disks over 90 %.' });
  });

  test('that comes again is counted on the first, also when two replicas raise it side by side', async () => {
    const { nima } = await aNimaAt('10:00');
    await Promise.all([1, 2, 3].map(() => raiseAlert(nima.context(), anAlert())));
    expect((await nima.call('alerts.list')).alerts).toMatchObject([{ count: 3 }]);
  });

  test('that was acknowledged stays silent until it gets worse, and is news after it was over', async () => {
    const { nima } = await aNimaAt('10:00');
    const first = await raiseAlert(nima.context(), anAlert());
    await nima.settle();
    await nima.call('alerts.acknowledge', { id: first?.id });
    expect(await raiseAlert(nima.context(), anAlert())).toMatchObject({ state: 'acknowledged', count: 2 });
    const worse = await raiseAlert(nima.context(), anAlert({ severity: 'critical' }));
    expect(worse).toMatchObject({ id: first?.id, state: 'open', severity: 'critical', telling: 'waiting' });
    await resolveAlert(nima.context(), anAlert().key);
    expect(await raiseAlert(nima.context(), anAlert())).toMatchObject({ state: 'open', count: 1 });
  });

  test('can be acknowledged once, and opened again', async () => {
    const { nima } = await aNimaAt('10:00');
    const { id } = (await raiseAlert(nima.context(), anAlert())) ?? {};
    await nima.call('alerts.acknowledge', { id });
    expect(await failureOf(nima.call('alerts.acknowledge', { id }))).toMatchObject({ code: 'alert_elsewhere' });
    expect(await nima.call('alerts.reopen', { id })).toMatchObject({ state: 'open' });
    expect(await nima.call('alerts.get', { id })).toMatchObject({ state: 'open', deliveries: [] });
  });
});

test('an alert by a clock that goes on is told at once too, and not with the next look', async () => {
  const nima = await aNima();
  await nima.call('alerts.preferences.update', { quiet_from: null });
  await raiseAlert(nima.context(), anAlert());
  await nima.settle();
  expect(await told(nima)).toEqual(['the disk']);
});

describe('in quiet hours', () => {
  test('a warning waits for their end; what is critical, and what was asked for at this time, does not', async () => {
    const { nima, clock } = await aNimaAt('23:00');
    await raiseAlert(nima.context(), anAlert());
    await raiseAlert(nima.context(), anAlert({ key: 'fire', subject: 'fire', severity: 'critical' }));
    await raiseAlert(nima.context(), anAlert({ key: 'pill', subject: 'pill', severity: 'info', isPunctual: true }));
    await nima.settle();
    expect((await told(nima)).sort()).toEqual(['fire', 'pill']);
    await clock.advance('7 hours');
    await nima.settle();
    expect(await told(nima)).toHaveLength(2);
    await clock.advance('1 hour');
    await nima.settle();
    expect(await told(nima)).toHaveLength(3);
  });

  test('what was acknowledged before their end is not told', async () => {
    const { nima, clock } = await aNimaAt('23:00');
    const { id } = (await raiseAlert(nima.context(), anAlert())) ?? {};
    await nima.call('alerts.acknowledge', { id });
    await clock.advance('9 hours');
    await nima.settle();
    expect(await told(nima)).toEqual([]);
  });
});

describe('a mute', () => {
  test('keeps an alert in the list and out of the ear, until it ends', async () => {
    const { nima, clock } = await aNimaAt('10:00');
    const until = new Date(clock.now() + 3_600_000).toISOString();
    const mute = await nima.call('alerts.mutes.create', { subject: 'the disk', until });
    expect(await raiseAlert(nima.context(), anAlert())).toMatchObject({ telling: 'muted' });
    expect((await nima.call('alerts.mutes.list')).mutes).toEqual([mute]);
    await clock.advance('2 hours');
    expect((await nima.call('alerts.mutes.list')).mutes).toEqual([]);
    expect(await raiseAlert(nima.context(), anAlert({ key: 'again' }))).toMatchObject({ telling: 'waiting' });
  });

  test('of a rule covers every subject, is removed by id, and must name something to come', async () => {
    const { nima } = await aNimaAt('10:00');
    const { id } = await nima.call('alerts.mutes.create', { rule: 'disk.full' });
    expect(await raiseAlert(nima.context(), anAlert({ subject: 'another', key: 'k' }))).toMatchObject({
      telling: 'muted',
    });
    await nima.call('alerts.mutes.remove', { id });
    expect(await raiseAlert(nima.context(), anAlert())).toMatchObject({ telling: 'waiting' });
    expect(await failureOf(nima.call('alerts.mutes.create', {}))).toMatchObject({ code: 'mute_names_nothing' });
    const past = { subject: 'x', until: '2020-01-01T00:00:00Z' };
    expect(await failureOf(nima.call('alerts.mutes.create', past))).toMatchObject({ code: 'mute_is_over' });
  });
});

describe('a nudge', () => {
  const nudge = (n: number) => anAlert({ kind: 'nudge', severity: 'info', key: `n${n}`, subject: `nudge ${n}` });

  test('does not exist until nudges are asked for', async () => {
    const { nima } = await aNimaAt('10:00');
    expect(await raiseAlert(nima.context(), nudge(1))).toBeNull();
    expect((await nima.call('alerts.list', { state: 'any' })).alerts).toEqual([]);
  });

  test('is told a few times a day at most, counted on the owner’s calendar', async () => {
    const { nima, clock } = await aNimaAt('10:00');
    await nima.call('alerts.preferences.update', { nudges: 'on', per_day_max: 2 });
    for (const n of [1, 2, 3]) await raiseAlert(nima.context(), nudge(n));
    await nima.settle();
    expect((await told(nima)).sort()).toEqual(['nudge 1', 'nudge 2']);
    expect((await nima.call('alerts.list')).alerts.map(({ telling }: { telling: string }) => telling)).toContain(
      'over_limit',
    );
    await clock.advance('1 day');
    expect(await raiseAlert(nima.context(), nudge(4))).toMatchObject({ telling: 'waiting' });
  });
});
