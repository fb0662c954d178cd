/** What every queue must do under the runner, whichever database keeps it. Each queue's test runs this suite against itself. */
import { expect, test, vi } from 'vitest';
import { type Act, aReplica, type JobsPlace } from '../../../test/support/jobs.ts';
import { inTransaction } from '../db/database.ts';

const boom = () => {
  throw new Error('the disk is full');
};

export function describeJobs(aPlace: () => Promise<JobsPlace>): void {
  test('performs a job once, with its input', async () => {
    const seen: number[] = [];
    await using replica = await aReplica(await aPlace(), ({ n }) => void seen.push(n));
    await replica.enqueue(7);
    await replica.runner.runDue();
    await replica.runner.runDue();
    expect(seen).toEqual([7]);
  });

  test('forgets a job whose transaction rolled back, and keeps one whose transaction committed', async () => {
    const seen: number[] = [];
    const place = await aPlace();
    await using replica = await aReplica(place, ({ n }) => void seen.push(n));
    const broken = inTransaction(place.db, async (tx) => {
      await replica.enqueue(1, { db: tx });
      throw new Error('changed my mind');
    });
    await expect(broken).rejects.toThrow('changed my mind');
    await inTransaction(place.db, (tx) => replica.enqueue(2, { db: tx }));
    await replica.runner.runDue();
    expect(seen).toEqual([2]);
  });

  test('starts a job as soon as its transaction commits, without waiting for the next look', async () => {
    const seen: number[] = [];
    const place = await aPlace();
    await using replica = await aReplica(place, ({ n }) => void seen.push(n));
    replica.runner.start();
    await inTransaction(place.db, (tx) => replica.enqueue(1, { db: tx }));
    // The clock stands still: no poll can have found it.
    await vi.waitFor(() => expect(seen).toEqual([1]));
  });

  test('tries a failing job three times, each later, and then buries it where a person can see why', async () => {
    const attempts: number[] = [];
    const place = await aPlace();
    await using replica = await aReplica(place, (_input, { attempt }) => {
      attempts.push(attempt);
      boom();
    });
    await replica.enqueue(1);
    for (let hour = 0; hour < 5; hour += 1) {
      await replica.runner.runDue();
      await place.advance('1 hour');
    }
    expect(attempts).toEqual([1, 2, 3]);
    const [letter] = await replica.runner.deadLetters();
    expect(letter).toMatchObject({ name: 'test.count', input: { n: 1 }, attempts: 3, error: 'the disk is full' });
  });

  test('tries a job as often as the job says', async () => {
    const attempts: number[] = [];
    const place = await aPlace();
    const act: Act = (_input, { attempt }) => {
      attempts.push(attempt);
      boom();
    };
    await using replica = await aReplica(place, act, { attemptsMax: 1 });
    await replica.enqueue(1);
    await replica.runner.runDue();
    await place.advance('1 hour');
    await replica.runner.runDue();
    expect(attempts).toEqual([1]);
    expect(await replica.runner.deadLetters()).toHaveLength(1);
  });

  test('lets a person retry what failed, once', async () => {
    const isMended = { now: false };
    const seen: number[] = [];
    const act: Act = ({ n }) => (isMended.now ? void seen.push(n) : boom());
    await using replica = await aReplica(await aPlace(), act, { attemptsMax: 1 });
    await replica.enqueue(4);
    await replica.runner.runDue();
    isMended.now = true;
    const [letter] = await replica.runner.deadLetters();
    await replica.runner.retry(letter?.id ?? '');
    await replica.runner.runDue();
    expect(seen).toEqual([4]);
    expect(await replica.runner.deadLetters()).toEqual([]);
    await expect(replica.runner.retry(letter?.id ?? '')).rejects.toMatchObject({ kind: 'not_found' });
  });

  test('refuses to retry what is queued again already', async () => {
    await using replica = await aReplica(await aPlace(), boom, { attemptsMax: 1 });
    await replica.enqueue(1, { key: 'sync' });
    await replica.runner.runDue();
    await replica.enqueue(2, { key: 'sync' });
    const [letter] = await replica.runner.deadLetters();
    await expect(replica.runner.retry(letter?.id ?? '')).rejects.toMatchObject({ kind: 'conflict' });
  });

  test('keeps one unfinished job for a key, and takes a new one when that is done', async () => {
    const seen: number[] = [];
    await using replica = await aReplica(await aPlace(), ({ n }) => void seen.push(n));
    await replica.enqueue(1, { key: 'sync' });
    await replica.enqueue(2, { key: 'sync' });
    await replica.enqueue(3, { key: 'event:1:other' });
    await replica.runner.runDue();
    await replica.enqueue(4, { key: 'sync' });
    await replica.runner.runDue();
    expect(seen.sort()).toEqual([1, 3, 4]);
  });

  test('waits until the time a job is for', async () => {
    const seen: number[] = [];
    const place = await aPlace();
    await using replica = await aReplica(place, ({ n }) => void seen.push(n));
    await replica.enqueue(1, { runAt: place.clock.now() + 3_600_000 });
    await replica.runner.runDue();
    expect(seen).toEqual([]);
    await place.advance('2 hours');
    await replica.runner.runDue();
    expect(seen).toEqual([1]);
  });

  test('runs as many jobs side by side as allowed, and no more', async () => {
    const gate = Promise.withResolvers<void>();
    let running = 0;
    let most = 0;
    const done: number[] = [];
    const act: Act = async ({ n }) => {
      running += 1;
      most = Math.max(most, running);
      await gate.promise;
      running -= 1;
      done.push(n);
    };
    await using replica = await aReplica(await aPlace(), act);
    for (let n = 0; n < 5; n += 1) await replica.enqueue(n);
    replica.runner.start();
    await vi.waitFor(() => expect(running).toBe(2));
    gate.resolve();
    await vi.waitFor(() => expect(done).toHaveLength(5));
    expect(most).toBe(2);
  });

  test('gives a job to one replica only', async () => {
    const seen: number[] = [];
    const place = await aPlace();
    await using one = await aReplica(place, ({ n }) => void seen.push(n));
    await using other = await aReplica(place, ({ n }) => void seen.push(n));
    for (let n = 0; n < 20; n += 1) await one.enqueue(n);
    await Promise.all([one.runner.runDue(), other.runner.runDue()]);
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  test('takes the job of a killed replica again when its lease ends, and not before', async () => {
    const place = await aPlace();
    const started = Promise.withResolvers<void>();
    const killed = await aReplica(place, () => {
      started.resolve();
      return new Promise<void>(() => {});
    });
    await killed.enqueue(9);
    void killed.runner.runDue();
    await started.promise;

    const seen: number[] = [];
    await using heir = await aReplica(place, ({ n }) => void seen.push(n));
    await place.advance('30 seconds');
    await heir.runner.runDue();
    expect(seen).toEqual([]);
    await place.advance('61 seconds');
    await heir.runner.runDue();
    await place.advance('1 minute');
    await heir.runner.runDue();
    expect(seen).toEqual([9]);
  });

  test('buries a job that takes its replica down every time', async () => {
    const place = await aPlace();
    let runs = 0;
    for (let life = 0; life < 8; life += 1) {
      const started = Promise.withResolvers<void>();
      const doomed = await aReplica(place, () => {
        runs += 1;
        started.resolve();
        return new Promise<void>(() => {});
      });
      if (life === 0) await doomed.enqueue(1);
      await Promise.race([doomed.runner.runDue(), started.promise]);
      await place.advance('2 minutes');
    }
    expect(runs).toBe(3);
    await using heir = await aReplica(place, boom);
    expect(await heir.runner.deadLetters()).toHaveLength(1);
  });

  test('keeps a long job for its replica by renewing the lease', async () => {
    const place = await aPlace();
    const gate = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    await using busy = await aReplica(place, async () => {
      started.resolve();
      await gate.promise;
    });
    await busy.enqueue(1);
    busy.runner.start();
    await started.promise;

    const seen: number[] = [];
    await using other = await aReplica(place, ({ n }) => void seen.push(n));
    for (let quarter = 0; quarter < 12; quarter += 1) {
      await place.advance('15 seconds');
      // The busy replica has looked when it sleeps again.
      await vi.waitFor(() => expect(place.clock.sleepers).toBe(1));
      await other.runner.runDue();
    }
    expect(seen).toEqual([]);
    gate.resolve();
  });

  test('stops taking jobs, tells what runs, and leaves it to the next replica', async () => {
    const place = await aPlace();
    const signal = Promise.withResolvers<AbortSignal>();
    const first = await aReplica(place, (_input, run) => {
      signal.resolve(run.signal);
      return new Promise<void>(() => {});
    });
    await first.enqueue(5);
    first.runner.start();
    const { aborted } = await signal.promise;
    expect(aborted).toBe(false);
    await first.runner.stop(0);
    expect((await signal.promise).aborted).toBe(true);

    const seen: number[] = [];
    await using next = await aReplica(place, ({ n }) => void seen.push(n));
    await place.advance('10 seconds');
    await next.runner.runDue();
    expect(seen).toEqual([5]);
  });

  test('waits for a running job that finishes within the grace', async () => {
    const gate = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    const done: number[] = [];
    const replica = await aReplica(await aPlace(), async ({ n }) => {
      started.resolve();
      await gate.promise;
      done.push(n);
    });
    await replica.enqueue(1);
    replica.runner.start();
    await started.promise;
    const stopped = replica.runner.stop(10_000);
    gate.resolve();
    await stopped;
    expect(done).toEqual([1]);
  });

  test('fires a schedule once for each due time, however many replicas look', async () => {
    const seen: number[] = [];
    const place = await aPlace();
    const hourly = { cron: '0 * * * *' };
    await using one = await aReplica(place, ({ n }) => void seen.push(n), hourly);
    await using other = await aReplica(place, ({ n }) => void seen.push(n), hourly);
    for (let hour = 1; hour <= 3; hour += 1) {
      await place.advance('1 hour');
      await Promise.all([one.runner.runDue(), other.runner.runDue()]);
      await one.runner.runDue();
      expect(seen).toHaveLength(hour);
    }
  });

  test('fires a schedule once after a week in which nothing ran', async () => {
    const seen: number[] = [];
    const place = await aPlace();
    const before = await aReplica(place, () => {}, { cron: '0 * * * *' });
    await before.runner.stop(0);
    await place.advance('7 days');
    await using after = await aReplica(place, ({ n }) => void seen.push(n), { cron: '0 * * * *' });
    await after.runner.runDue();
    await after.runner.runDue();
    expect(seen).toHaveLength(1);
  });
}
