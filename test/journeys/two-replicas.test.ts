/** Two Nimas serve one PostgreSQL: what is scheduled happens once, whoever of them looks first, and goes on when one is gone. */
import { expect, test, vi } from 'vitest';
import { aPostgresEnvironment } from '../support/nima.ts';
import { aFolder, type NimaProcess, startNima } from '../support/process.ts';

// Two processes start, and real seconds pass; a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 });

const remind = (nima: NimaProcess, thing: string) =>
  nima.api('POST', '/v1/schedules', { when: 'in 3 seconds', remind: thing });

const runsOf = async (nima: NimaProcess): Promise<{ title: string; state: string }[]> =>
  (await nima.api('GET', '/v1/schedules/runs')).runs;

const done = async (nima: NimaProcess) => (await runsOf(nima)).filter(({ state }) => state === 'done');

/** A killed replica's leases last a minute. */
const PATIENCE = { timeout: 90_000, interval: 50 } as const;

test('reminders made at either replica come once, and still come when one is killed', async () => {
  const database = await aPostgresEnvironment();
  const folder = aFolder();
  const one = await startNima(folder, database);
  const two = await startNima(folder, database);
  for (let n = 0; n < 5; n += 1) await Promise.all([remind(one, `a${n}`), remind(two, `b${n}`)]);

  await vi.waitFor(async () => expect(await done(two)).toHaveLength(10), PATIENCE);
  const titles = (await runsOf(one)).map(({ title }) => title);
  expect(titles).toHaveLength(10);
  expect(new Set(titles).size).toBe(10);
  expect((await two.api('GET', '/v1/alerts')).alerts).toHaveLength(10);

  await remind(one, 'after the other is gone');
  await one.kill('SIGKILL');
  await vi.waitFor(async () => expect(await done(two)).toHaveLength(11), PATIENCE);
});
