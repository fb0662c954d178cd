import { expect, test } from 'vitest';
import { FakeClock } from '../../../../test/support/clock.ts';
import { testDialect } from '../../../../test/support/database.ts';
import { aDatabaseEnvironment, aNima, type TestNima } from '../../../../test/support/nima.ts';

/** Within one program, two connections to a SQLite file would wait for each other for ever: there, one after the other. */
async function settleBoth(one: TestNima, two: TestNima): Promise<void> {
  if (testDialect === 'postgres') await Promise.all([one.settle(), two.settle()]);
  else for (const nima of [one, two]) await nima.settle();
}

test('two replicas on one database fire each time once', async () => {
  const clock = new FakeClock(Date.parse('2026-03-02T08:00:00Z'));
  const database = await aDatabaseEnvironment();
  const one = await aNima({ clock, environment: database });
  const two = await aNima({ clock, environment: { ...database, NIMA_DATA_FOLDER: one.folder } });
  for (let n = 0; n < 10; n += 1)
    await one.call('schedules.create', { when: 'every 15 minutes', remind: `thing ${n}` });
  for (let quarter = 0; quarter < 4; quarter += 1) {
    await clock.advance('15 minutes');
    for (let round = 0; round < 3; round += 1) await settleBoth(one, two);
  }
  const { runs } = await two.call('schedules.runs.list', { limit: 200 });
  expect(runs).toHaveLength(40);
  expect(
    runs.every(({ state, reason }: { state: string; reason: string }) => `${state} ${reason}` === 'done time'),
  ).toBe(true);
  expect((await one.call('alerts.list', { limit: 200 })).alerts).toHaveLength(40);
});
