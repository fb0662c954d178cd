import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { FakeClock } from '../../../test/support/clock.ts';
import { aDatabase } from '../../../test/support/database.ts';
import { silentLog } from '../../../test/support/log.ts';
import type { Database } from '../../kernel/context.ts';
import { defineJob } from '../../kernel/module.ts';
import type { JobRequest } from '../../kernel/ports.ts';
import { inTransaction, type SqlDatabase, sqlOf } from '../db/database.ts';
import { Outbox } from './outbox.ts';

const jobCalled = (name: string) => defineJob({ name, input: z.object({}), run: async () => {} });
const subscriptions = [
  { event: 'chat.turn.ended', job: jobCalled('memory.extract') },
  { event: 'chat.turn.ended', job: jobCalled('goals.progress') },
  { event: 'memory.fact.created', job: jobCalled('goals.progress') },
];

/** A queue that stores its jobs where the transaction of the outbox decides about them. */
async function aRecordingQueue(db: SqlDatabase) {
  const queued = sqlOf<{ queued: { name: string; key: string } }>(db);
  await queued.schema.createTable('queued').addColumn('name', 'text').addColumn('key', 'text').execute();
  return {
    enqueue: async (tx: Database, { name, key = '' }: JobRequest) => {
      await sqlOf<{ queued: { name: string; key: string } }>(tx).insertInto('queued').values({ name, key }).execute();
    },
    all: () => queued.selectFrom('queued').selectAll().orderBy('key').execute(),
  };
}

async function anOutbox() {
  const db = await aDatabase();
  const clock = new FakeClock();
  const queue = await aRecordingQueue(db);
  let count = 0;
  const newId = () => `event-${String(++count).padStart(4, '0')}`;
  const make = (enqueue = queue.enqueue) => new Outbox({ db, clock, log: silentLog, newId, subscriptions, enqueue });
  return { db, clock, queue, make, outbox: make() };
}

test('turns an event into one job for each that waits for it', async () => {
  const { db, queue, outbox } = await anOutbox();
  await outbox.emit(db, 'chat.turn.ended', { turn: 1 });
  await outbox.emit(db, 'nobody.listens', {});
  await outbox.deliver();
  await outbox.deliver();
  expect(await queue.all()).toEqual([
    { name: 'goals.progress', key: 'event:event-0001:goals.progress' },
    { name: 'memory.extract', key: 'event:event-0001:memory.extract' },
  ]);
});

test('says nothing of what never happened: a rolled back transaction takes its events along', async () => {
  const { db, queue, outbox } = await anOutbox();
  const broken = inTransaction(db, async (tx) => {
    await outbox.emit(tx, 'chat.turn.ended', { turn: 1 });
    throw new Error('no');
  });
  await expect(broken).rejects.toThrow('no');
  await outbox.deliver();
  expect(await queue.all()).toEqual([]);
});

test('delivers again, all of it, when the queue failed in the middle', async () => {
  const { db, queue, make, outbox } = await anOutbox();
  await outbox.emit(db, 'chat.turn.ended', { turn: 1 });
  const failing = make(async (tx, request) => {
    if (request.name === 'goals.progress') throw new Error('the queue is gone');
    await queue.enqueue(tx, request);
  });
  await expect(failing.deliver()).rejects.toThrow('the queue is gone');
  expect(await queue.all()).toEqual([]);
  await outbox.deliver();
  expect(await queue.all()).toHaveLength(2);
});

test('delivers each of many events once, with two replicas at work', async () => {
  const { db, queue, make, outbox } = await anOutbox();
  for (let n = 0; n < 250; n += 1) await outbox.emit(db, 'memory.fact.created', { n });
  await Promise.all([outbox.deliver(), make().deliver()]);
  const keys = (await queue.all()).map(({ key }) => key);
  expect(keys).toHaveLength(250);
  expect(new Set(keys).size).toBe(250);
});

test('delivers as soon as the transaction commits', async () => {
  const { db, queue, outbox } = await anOutbox();
  outbox.start();
  await inTransaction(db, (tx) => outbox.emit(tx, 'memory.fact.created', {}));
  // The clock stands still: no later look can have found it.
  await vi.waitFor(async () => expect(await queue.all()).toHaveLength(1));
  await outbox.stop();
});

test('finds the events of a replica that died between commit and delivery', async () => {
  const { db, clock, queue, make, outbox } = await anOutbox();
  outbox.start();
  await vi.waitFor(() => expect(clock.sleepers).toBe(1));
  await make().emit(db, 'memory.fact.created', {});
  await clock.advance('6 seconds');
  await vi.waitFor(async () => expect(await queue.all()).toHaveLength(1));
  await outbox.stop();
});

test('forgets delivered events after a week, and keeps what still waits', async () => {
  const { db, clock, outbox } = await anOutbox();
  await outbox.emit(db, 'memory.fact.created', {});
  await outbox.deliver();
  await outbox.emit(db, 'memory.fact.created', {});
  await clock.advance('6 days');
  await outbox.prune();
  const left = () => sqlOf<{ outbox_events: { id: string } }>(db).selectFrom('outbox_events').select('id').execute();
  expect(await left()).toHaveLength(2);
  await clock.advance('2 days');
  await outbox.prune();
  expect(await left()).toEqual([{ id: 'event-0002' }]);
});
