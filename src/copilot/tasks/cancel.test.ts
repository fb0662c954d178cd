import { describe, expect, test } from 'vitest';
import { ForwardClock } from '../../../test/support/clock.ts';
import { aNima, type TestNima } from '../../../test/support/nima.ts';
import { failureOf } from '../../../test/support/people.ts';
import { aStage, type Play, type Stage } from '../../../test/support/scripted-integration.ts';
import { until } from '../../../test/support/until.ts';
import { Failure } from '../../kernel/errors.ts';
import { findTask } from './store.ts';

const ask = (action: string, about: object = {}) => ({ type: 'stage', action, ...about });

/** Goes on until it is told to stop, and says when it was. */
function endless(): { play: Play; began: Promise<void>; stoppedAt: () => number } {
  const began = Promise.withResolvers<void>();
  let stoppedAt = 0;
  return {
    began: began.promise,
    stoppedAt: () => stoppedAt,
    play: (work) =>
      new Promise((_resolve, reject) => {
        work.signal.addEventListener('abort', () => {
          stoppedAt = performance.now();
          reject(work.signal.reason);
        });
        work.log('begun');
        began.resolve();
      }),
  };
}

async function aTheatre(): Promise<{ nima: TestNima; stage: Stage; clock: ForwardClock }> {
  const stage = aStage();
  const clock = new ForwardClock();
  return { nima: await aNima({ clock, provided: stage.provided, isRunning: true }), stage, clock };
}

const statusOf = ({ call }: TestNima, id: string) => call('tasks.status', { id });
const isNow = (nima: TestNima, id: string, status: string) =>
  until(async () => ((await statusOf(nima, id)).status === status ? true : null), `the task to be ${status}`);

describe('cancelling', () => {
  test('ends a task in the queue before it begins', async () => {
    const stage = aStage();
    const nima = await aNima({ provided: stage.provided });
    const { id } = await nima.call('tasks.execute', ask('send'));
    expect(await nima.call('tasks.cancel', { id })).toMatchObject({ status: 'cancelled' });
    await nima.settle();
    expect(stage.runs).toEqual([]);
    const over = await failureOf(nima.call('tasks.cancel', { id }));
    expect(over).toMatchObject({ kind: 'conflict', code: 'task_over' });
    expect(over.message).toBe('This task is over: it was cancelled.');
  });

  test('ends a task between two tries', async () => {
    const { nima, stage } = await aTheatre();
    stage.script(() => {
      throw new Failure('unavailable', 'Not now.', { details: { retry_after_ms: 60_000 } });
    });
    const { id } = await nima.call('tasks.execute', ask('send'));
    await isNow(nima, id, 'waiting');
    expect(await nima.call('tasks.cancel', { id })).toMatchObject({ status: 'cancelled', next_try_at: null });
  });

  test('ends a running action within two seconds, and it can be tried again', async () => {
    const { nima, stage } = await aTheatre();
    const { play, began, stoppedAt } = endless();
    stage.script(play);
    const { id } = await nima.call('tasks.execute', ask('send'));
    await began;
    const askedAt = performance.now();
    expect(await nima.call('tasks.cancel', { id })).toMatchObject({ cancel_requested: true });
    await isNow(nima, id, 'cancelled');
    expect(stoppedAt() - askedAt).toBeLessThan(2000);
    expect(await statusOf(nima, id)).toMatchObject({ error: { code: 'task_cancelled' } });
    await nima.call('tasks.retry', { id });
    await isNow(nima, id, 'succeeded');
  });

  test('asked for on another replica is seen by the one that runs it', async () => {
    const { nima, stage } = await aTheatre();
    const { play, began } = endless();
    stage.script(play);
    const { id } = await nima.call('tasks.execute', ask('send'));
    await began;
    // As another replica leaves it: the row alone.
    await nima.db.kysely.updateTable('tasks').set({ cancel_requested: 1 }).where('id', '=', id).execute();
    await isNow(nima, id, 'cancelled');
  });

  test('does not wait for an action that does not listen', async () => {
    const { nima, stage } = await aTheatre();
    const began = Promise.withResolvers<void>();
    const end = Promise.withResolvers<undefined>();
    stage.script(() => {
      began.resolve();
      return end.promise;
    });
    const { id } = await nima.call('tasks.execute', ask('send'));
    await began.promise;
    const askedAt = performance.now();
    await nima.call('tasks.cancel', { id });
    await isNow(nima, id, 'cancelled');
    expect(performance.now() - askedAt).toBeLessThan(2500);
    end.resolve(undefined);
  });
});

describe('stopping everything', () => {
  test('cuts off what runs, holds back what waits, and lets it go on afterwards', async () => {
    const { nima, stage } = await aTheatre();
    const { play, began, stoppedAt } = endless();
    stage.script(play);
    const running = await nima.call('tasks.execute', ask('send'));
    await began;
    const askedAt = performance.now();
    await nima.call('approvals.halt');
    await isNow(nima, running.id, 'cancelled');
    expect(stoppedAt() - askedAt).toBeLessThan(2000);
    expect(await statusOf(nima, running.id)).toMatchObject({ error: { code: 'halted' } });
    const held = await nima.call('tasks.execute', ask('send'));
    await nima.settle();
    expect(await statusOf(nima, held.id)).toMatchObject({ status: 'queued' });
    await nima.call('approvals.resume');
    await isNow(nima, held.id, 'succeeded');
    expect(stage.runs).toHaveLength(2);
  });
});

describe('a Nima that stops', () => {
  test('leaves its running task to the next one, at once', async () => {
    const stage = aStage();
    const nima = await aNima({ provided: stage.provided });
    const { play, began } = endless();
    stage.script(play);
    const { id } = await nima.call('tasks.execute', ask('set'));
    const { owner } = nima.owner;
    nima.start();
    await began;
    const closing = nima.jobs.stop(0);
    await until(async () => (await findTask(owner, nima.db, id))?.alive_at === 0, 'the task to be given back');
    await closing;
    expect(await statusOf(nima, id)).toMatchObject({ status: 'running' });
  });
});
