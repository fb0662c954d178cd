import { sql } from 'kysely';
import { describe, expect, test, vi } from 'vitest';
import { FakeClock } from '../../../test/support/clock.ts';
import { aDatabase } from '../../../test/support/database.ts';
import { silentLog } from '../../../test/support/log.ts';
import type { StreamEvent } from '../../kernel/ports.ts';
import { type SqlDatabase, sqlOf } from '../db/database.ts';
import { createStreams, type Streams } from './create-streams.ts';

interface Stage {
  readonly db: SqlDatabase;
  readonly clock: FakeClock;
  /** A replica of its own on the same database. */
  replica(streamsMax?: number): Streams;
}

async function aStage(): Promise<Stage> {
  const db = await aDatabase();
  const clock = new FakeClock();
  return { db, clock, replica: (streamsMax = 100) => createStreams({ db, clock, log: silentLog, streamsMax }) };
}

/** Reads in the background; `events` fills as they come. */
function reading(streams: Streams, id: string, after = 0, signal = new AbortController().signal) {
  const events: StreamEvent[] = [];
  const done = (async () => {
    for await (const event of streams.read(id, after, signal)) events.push(event);
  })();
  done.catch(() => undefined);
  return { events, done };
}

/** Moves the clock in steps until the promise settles, as time would. */
async function asTimePasses<T>(clock: FakeClock, promise: Promise<T>): Promise<T> {
  let isSettled = false;
  const settle = () => {
    isSettled = true;
  };
  promise.then(settle, settle);
  await vi.waitFor(async () => {
    if (!isSettled) await clock.advance('50 ms');
    expect(isSettled).toBe(true);
  });
  return promise;
}

const WORDS = ['Good', 'morning', 'ünï', 'code', '\u0000'].map((word) => ({ type: 'text', word }));

async function aWrittenStream({ clock, replica }: Stage, id = 'a') {
  const streams = replica();
  const writer = await streams.open(id);
  for (const word of WORDS) writer.write(word);
  await asTimePasses(clock, writer.end());
  return streams;
}

test('a reader who comes late gets all that was written, in order, and then the end', async () => {
  const stage = await aStage();
  const streams = await aWrittenStream(stage);
  const { events, done } = reading(streams, 'a');
  await done;
  expect(events).toEqual(WORDS.map((data, index) => ({ seq: index + 1, data })));
});

test('a reader who comes back with any event number gets the rest, byte for byte, on any replica', async () => {
  const stage = await aStage();
  await aWrittenStream(stage);
  const other = stage.replica();
  const whole = reading(other, 'a');
  await whole.done;
  for (let after = 0; after <= WORDS.length; after += 1) {
    const rest = reading(other, 'a', after);
    await rest.done;
    expect(JSON.stringify(rest.events)).toBe(JSON.stringify(whole.events.slice(after)));
  }
});

test('the first words reach a reader at once, before any time passes', async () => {
  const stage = await aStage();
  const streams = stage.replica();
  const writer = await streams.open('a');
  const { events } = reading(streams, 'a');
  writer.write({ word: 'Hello' });
  await vi.waitFor(() => expect(events).toEqual([{ seq: 1, data: { word: 'Hello' } }]));
  await asTimePasses(stage.clock, writer.end());
});

test('what was told is saved before the writer goes on', async () => {
  const stage = await aStage();
  const writer = await stage.replica().open('a');
  writer.write({ word: 'Hello' });
  await writer.told();
  const { rows } = await sql`select seq from stream_events`.execute(stage.db.kysely);
  expect(rows).toHaveLength(1);
  await writer.told();
  await asTimePasses(stage.clock, writer.end());
});

test('a reader sees nothing that is not saved', async () => {
  const stage = await aStage();
  const streams = stage.replica();
  const writer = await streams.open('a');
  const { events } = reading(streams, 'a');
  for (const word of WORDS) writer.write(word);
  const saved = sqlOf<{ stream_events: { seq: number } }>(stage.db).selectFrom('stream_events').select('seq');
  for (let look = 0; look < 50; look += 1) {
    const seen = events.length;
    expect((await saved.execute()).length).toBeGreaterThanOrEqual(seen);
  }
  await asTimePasses(stage.clock, writer.end());
});

test('many answers at once are saved together, not one by one', async () => {
  const stage = await aStage();
  const streams = stage.replica();
  const writers = await Promise.all(Array.from({ length: 20 }, (_, n) => streams.open(`s${n}`)));
  const savedCount = async () => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from stream_events`.execute(stage.db.kysely);
    return rows[0]?.count;
  };
  writers[0]?.write({ first: true });
  await vi.waitFor(async () => expect(await savedCount()).toBe(1));
  // A relaxed transaction of SQLite takes the connection first.
  const ways = [vi.spyOn(stage.db.kysely, 'transaction'), vi.spyOn(stage.db.kysely, 'connection')];
  for (const writer of writers) for (const word of WORDS) writer.write(word);
  await stage.clock.advance('100 ms');
  await vi.waitFor(async () => expect(await savedCount()).toBe(101));
  expect(ways.flatMap(({ mock }) => mock.calls).length).toBe(1);
  await asTimePasses(stage.clock, Promise.all(writers.map((writer) => writer.end())));
});

test('a slow reader misses nothing, however far it falls behind', async () => {
  const stage = await aStage();
  const streams = stage.replica();
  const writer = await streams.open('a');
  const seen: number[] = [];
  const iterator = streams.read('a', 0, new AbortController().signal)[Symbol.asyncIterator]();
  writer.write({ n: 0 });
  seen.push((await iterator.next()).value.seq);
  for (let n = 1; n < 2000; n += 1) writer.write({ n });
  await asTimePasses(stage.clock, writer.end());
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) seen.push(next.value.seq);
  expect(seen).toEqual(Array.from({ length: 2000 }, (_, n) => n + 1));
});

describe('across replicas', () => {
  test('a reader elsewhere follows the answer live', async () => {
    const stage = await aStage();
    const writer = await stage.replica().open('a');
    const { events, done } = reading(stage.replica(), 'a');
    writer.write({ word: 'Hello' });
    await vi.waitFor(async () => {
      await stage.clock.advance('50 ms');
      expect(events).toHaveLength(1);
    });
    await asTimePasses(stage.clock, writer.end());
    await asTimePasses(stage.clock, done);
  });

  test('a stop reaches the writer here at once', async () => {
    const stage = await aStage();
    const streams = stage.replica();
    const writer = await streams.open('a');
    const stopped = streams.stop('a');
    expect(writer.stopped.aborted).toBe(true);
    await stopped;
    await asTimePasses(stage.clock, writer.end());
  });

  test('a stop reaches the writer on another replica within half a second', async () => {
    const stage = await aStage();
    const writer = await stage.replica().open('a');
    await vi.waitFor(() => expect(stage.clock.sleepers).toBe(1));
    await stage.replica().stop('a');
    const askedAt = stage.clock.now();
    await stage.clock.advance('500 ms');
    await vi.waitFor(() => expect(writer.stopped.aborted).toBe(true));
    expect(stage.clock.now() - askedAt).toBeLessThanOrEqual(500);
    await asTimePasses(stage.clock, writer.end());
  });

  test('an answer whose replica was killed ends with words for a person, not with waiting', async () => {
    const stage = await aStage();
    await sql`insert into streams (id, opened_at, alive_at, stop_requested) values ('a', 0, ${stage.clock.now()}, 0)`.execute(
      stage.db.kysely,
    );
    const { done } = reading(stage.replica(), 'a');
    await stage.clock.advance('20 seconds');
    // Awaited from the start: the reader may be told while the clock is still moving.
    const told = expect(done).rejects.toMatchObject({ kind: 'unavailable', code: 'stream_abandoned' });
    await stage.clock.advance('20 seconds');
    await asTimePasses(stage.clock, told);
  });
});

test('an unknown answer is not found, to read and to stop', async () => {
  const { replica } = await aStage();
  const { done } = reading(replica(), 'nowhere');
  await expect(done).rejects.toMatchObject({ kind: 'not_found' });
  expect(await replica().stop('nowhere')).toBe(false);
});

test('a reader who leaves is let go at once', async () => {
  const stage = await aStage();
  const streams = stage.replica();
  const writer = await streams.open('a');
  const leave = new AbortController();
  const { events, done } = reading(streams, 'a', 0, leave.signal);
  writer.write({ n: 1 });
  await vi.waitFor(() => expect(events).toHaveLength(1));
  leave.abort();
  await done;
  await asTimePasses(stage.clock, writer.end());
});

test('a reopened answer goes on after its last event', async () => {
  const stage = await aStage();
  const streams = await aWrittenStream(stage);
  const writer = await streams.open('a');
  writer.write({ word: 'again' });
  await asTimePasses(stage.clock, writer.end());
  const { events, done } = reading(streams, 'a', WORDS.length);
  await done;
  expect(events).toEqual([{ seq: WORDS.length + 1, data: { word: 'again' } }]);
});

test('one answer has one writer', async () => {
  const stage = await aStage();
  const streams = stage.replica();
  const writer = await streams.open('a');
  await expect(streams.open('a')).rejects.toMatchObject({ kind: 'conflict' });
  await asTimePasses(stage.clock, writer.end());
});

test('a writer whose words cannot be saved hears it, and others go on', async () => {
  const stage = await aStage();
  const streams = stage.replica();
  const doomed = await streams.open('doomed');
  const healthy = await streams.open('healthy');
  // Another replica took the number this writer would give its next event.
  await sql`insert into stream_events (stream_id, seq, data) values ('doomed', 1, '{}')`.execute(stage.db.kysely);
  doomed.write({ word: 'lost' });
  healthy.write({ word: 'kept' });
  await vi.waitFor(() => expect(doomed.stopped.aborted).toBe(true));
  expect(() => doomed.write({ word: 'more' })).toThrow('could not be saved');
  await expect(doomed.end()).rejects.toMatchObject({ kind: 'unavailable', code: 'stream_not_saved' });
  await asTimePasses(stage.clock, healthy.end());
  const { events, done } = reading(streams, 'healthy');
  await done;
  expect(events).toHaveLength(1);
});

test('an answer is kept for an hour after its end', async () => {
  const stage = await aStage();
  const streams = await aWrittenStream(stage);
  await stage.clock.advance('59 minutes');
  await streams.prune();
  const kept = reading(streams, 'a');
  await kept.done;
  expect(kept.events).toHaveLength(WORDS.length);
  await stage.clock.advance('2 minutes');
  await streams.prune();
  await expect(reading(streams, 'a').done).rejects.toMatchObject({ kind: 'not_found' });
});

test('refuses one answer more than it may write at once, and has room again when one ends', async () => {
  const { clock, replica } = await aStage();
  const streams = replica(1);
  const first = await streams.open('first');

  await expect(streams.open('second')).rejects.toMatchObject({ kind: 'limit', code: 'streams_exhausted' });
  await asTimePasses(clock, first.end());
  const second = await streams.open('second');

  await asTimePasses(clock, second.end());
  await asTimePasses(clock, streams.close());
});

test('the first word of an answer does not wait for the pace of another', async () => {
  const stage = await aStage();
  const streams = stage.replica();
  const busy = await streams.open('busy');
  const old = reading(streams, 'busy');
  busy.write({ word: 'one' });
  await vi.waitFor(() => expect(old.events.length).toBe(1));
  busy.write({ word: 'two' });
  const begun = await streams.open('begun');
  const fresh = reading(streams, 'begun');
  begun.write({ word: 'hello' });
  await vi.waitFor(() => expect(fresh.events.length).toBe(1));
  await asTimePasses(stage.clock, Promise.all([busy.end(), begun.end()]));
  await Promise.all([old.done, fresh.done]);
});
