import { expect, test } from 'vitest';
import { FakeClock } from '../../../test/support/clock.ts';
import { aNima, type TestNima } from '../../../test/support/nima.ts';
import { checkGoals } from './jobs/check.ts';

const DAY_MS = 86_400_000;
/** Times of the day (UTC) at which the check is tried here; it comes every quarter of an hour. */
const CHECKED_MINUTES = [0, 150, 420, 480, 720, 1020, 1230, 1290];
type Told = { rule: string; text: string; telling: string; state: string; created_at: string };

async function aPlace(start: string, zone: string) {
  const clock = new FakeClock(Date.parse(start));
  const nima = await aNima({ clock });
  await nima.call('alerts.preferences.update', { time_zone: zone, quiet_from: '22:00', quiet_to: '07:00' });
  const nextCheck = (): number => {
    const midnight = Math.floor(clock.now() / DAY_MS) * DAY_MS;
    const times = [...CHECKED_MINUTES, 1440].map((minutes) => midnight + minutes * 60_000);
    return times.find((time) => time > clock.now()) ?? midnight + DAY_MS;
  };
  const live = async (until: string) => {
    while (clock.now() < Date.parse(until)) {
      await clock.advance(Math.min(nextCheck(), Date.parse(until)) - clock.now());
      await checkGoals.run(nima.context(), { owner: nima.owner.owner });
    }
    await nima.settle();
  };
  return { nima, clock, live };
}

const alertsOf = async ({ call }: TestNima): Promise<Told[]> =>
  (await call('alerts.list', { state: 'any' })).alerts.toReversed();
const spoken = async (nima: TestNima): Promise<string[]> =>
  (await alertsOf(nima)).map(({ text, created_at }) => `${created_at.slice(0, 16)} ${text}`);

test('six weeks with a goal in Lisbon: a good start, a slip, a rescue over the clock change, and what was learned', async () => {
  const { nima, live } = await aPlace('2026-02-23T09:00:00Z', 'Europe/Lisbon');
  const goal = await nima.call('goals.create', {
    title: 'Deploy nima to production',
    deadline: '2026-04-05',
    milestones: ['Memory engine', 'Helm chart', 'Backups', 'Alarms'],
  });
  const [engine, chart, backups, alarms] = goal.milestones.map(({ id }: { id: string }) => id);
  const forecast = () => nima.call('goals.forecast', { id: goal.id });
  expect(await forecast()).toMatchObject({ risk: 'no_data', probability: null });

  // Weeks one and two: two of four.
  await live('2026-02-27T17:00:00Z');
  await nima.call('goals.milestones.complete', { id: engine });
  await live('2026-03-06T17:00:00Z');
  await nima.call('goals.milestones.complete', { id: chart });
  const good = await forecast();
  expect(good).toMatchObject({ risk: 'on_track', progress: 0.5 });
  expect(Date.parse(good.earliest_at)).toBeLessThan(Date.parse(good.expected_at));
  expect(await spoken(nima)).toEqual([]);

  // Weeks three and four: nothing. One slip is told, once.
  await live('2026-03-27T12:00:00Z');
  const slips = (await alertsOf(nima)).filter(({ rule }) => rule === 'goals.slip');
  expect(slips).toHaveLength(1);
  expect(slips[0]?.text).toContain('"Deploy nima to production" is slipping: 50 % is done');
  expect((await forecast()).risk).toBe('slipping');
  const { suggestions } = await nima.call('goals.suggestions', { id: goal.id });
  const kinds = suggestions.map(({ kind }: { kind: string }) => kind).filter((kind: string) => kind !== 'knowledge');
  expect(kinds).toEqual(['slip', 'stale', 'milestone']);

  // Sunday 29 March: Lisbon loses an hour. A week before the end of 5 April is before the quiet hours of that day.
  await live('2026-03-30T12:00:00Z');
  expect((await spoken(nima)).filter((text) => text.includes('is due'))).toEqual([
    '2026-03-29T20:30 "Deploy nima to production" is due in 7 days, on Sun 5 Apr 2026. 50 % is done; next: Backups.',
  ]);

  // Weeks five and six: it is done in time, and what was said is over.
  await nima.call('goals.milestones.complete', { id: backups });
  await live('2026-04-02T12:00:00Z');
  await nima.call('goals.milestones.complete', { id: alarms });
  await live('2026-04-02T15:00:00Z');
  await nima.call('goals.update', { id: goal.id, status: 'completed' });
  await live('2026-04-06T12:00:00Z');
  const after = await alertsOf(nima);
  expect(after.every(({ state }) => state === 'resolved')).toBe(true);
  expect(after.map(({ rule }) => rule)).toEqual(['goals.slip', 'goals.deadline']);

  // The next goal starts from this one's pace.
  const next = await nima.call('goals.create', { title: 'Deploy swimTO to production', deadline: '2026-07-31' });
  expect(await nima.call('goals.forecast', { id: next.id })).toMatchObject({ risk: 'on_track', progress: 0 });
  const lessons = (await nima.call('goals.suggestions', { id: next.id })).suggestions.filter(
    ({ kind }: { kind: string }) => kind === 'lesson',
  );
  expect(lessons.map(({ text, because }: { text: string; because: string }) => `${text}: ${because}`)).toEqual([
    'Plan "Memory engine": "Deploy nima to production" had this step; it took 4 days.',
    'Plan "Helm chart": "Deploy nima to production" had this step; it took 7 days.',
    'Plan "Backups": "Deploy nima to production" had this step; it took 24 days.',
  ]);
}, 60_000);

test('a deadline in the hour Toronto skips is told the evening before, and over when the clocks jump', async () => {
  const { nima, live } = await aPlace('2026-03-05T15:00:00Z', 'America/Toronto');
  const { deadline_at } = await nima.call('goals.create', { title: 'Hand in the paper', deadline: '2026-03-08T02:30' });
  expect(deadline_at).toBe('2026-03-08T07:00:00.000Z');
  await live('2026-03-08T18:00:00Z');
  const all = await alertsOf(nima);
  // 21:30 of the 7th in Toronto.
  expect(all.at(-2)).toMatchObject({ created_at: '2026-03-08T02:30:00.000Z' });
  expect(all.at(-2)?.text).toContain('is due tomorrow, on Sun 8 Mar 2026 03:00');
  expect(all.at(-1)?.text).toContain('was due today');
  expect(all.at(-1)).toMatchObject({ created_at: '2026-03-08T08:00:00.000Z' });
});

test('after a week switched off only what still matters is said', async () => {
  const { nima, clock } = await aPlace('2026-02-02T09:00:00Z', 'UTC');
  await nima.call('goals.create', { title: 'Hand in the paper', deadline: '2026-02-20T12:00' });
  await clock.advance('17 days');
  await checkGoals.run(nima.context(), { owner: nima.owner.owner });
  await checkGoals.run(nima.context(), { owner: nima.owner.owner });
  expect(await spoken(nima)).toEqual([
    '2026-02-19T09:00 "Hand in the paper" is due tomorrow, on Fri 20 Feb 2026 12:00. 0 % is done.',
  ]);
});

test('a deadline that is moved is spoken of anew, and what was said of the old one is over', async () => {
  const { nima, live } = await aPlace('2026-02-02T09:00:00Z', 'UTC');
  const { id } = await nima.call('goals.create', { title: 'Hand in the paper', deadline: '2026-02-20T12:00' });
  await live('2026-02-14T12:00:00Z');
  await nima.call('goals.update', { id, deadline: '2026-02-27T12:00' });
  await live('2026-02-21T12:00:00Z');
  expect((await alertsOf(nima)).map(({ state, text }) => `${state} ${text.slice(0, 50)}`)).toEqual([
    'resolved "Hand in the paper" is due in 7 days, on Fri 20 Fe',
    'open "Hand in the paper" is due in 7 days, on Fri 27 Fe',
  ]);
});
