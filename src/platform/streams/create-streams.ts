/**
 * Answers that survive a lost connection: a durable, resumable log of events for each stream. A reader may come back on
 * any replica with the number of its last event and gets the rest, byte for byte.
 */
import { z } from 'zod';
import type { Clock, Database, Log } from '../../kernel/context.ts';
import { Failure } from '../../kernel/errors.ts';
import { defineJob, type Job } from '../../kernel/module.ts';
import type { StreamEvent, StreamLog, StreamWriter } from '../../kernel/ports.ts';
import { LiveStreams } from './live-streams.ts';
import { readStream } from './read-stream.ts';
import { StreamStore } from './stream-store.ts';
import { isGone } from './writer-tag.ts';

/** A stop asked for on another replica is seen within this time. */
const WATCH_MS = 400;
const ALIVE_MS = 10_000;
/** Long enough for a laptop that was closed over lunch. */
const KEEP_MS = 3_600_000;
const FORGET_EACH = 500;

export interface StreamsOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** Streams this replica writes side by side; each holds a buffer and a share of the commits. */
  readonly streamsMax: number;
}

export class Streams implements StreamLog {
  /** Forgets old streams; the app lists it among its jobs. */
  readonly pruneJob: Job;
  readonly #store: StreamStore;
  readonly #live: LiveStreams;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #streamsMax: number;
  readonly #stopping = new AbortController();
  #watching: Promise<void> | null = null;
  #markAt = 0;

  constructor({ db, clock, log, streamsMax }: StreamsOptions) {
    this.#streamsMax = streamsMax;
    this.#store = new StreamStore(db);
    this.#clock = clock;
    this.#log = log;
    this.#live = new LiveStreams(this.#store, clock, log);
    this.pruneJob = defineJob({
      name: 'streams.prune',
      input: z.object({}),
      cron: '*/10 * * * *',
      run: () => this.prune(),
    });
  }

  /** Not inside a transaction: a stream outlives it. */
  async open(id: string): Promise<StreamWriter> {
    this.#live.refuseSecondWriter(id);
    if (this.#live.ids.length >= this.#streamsMax) {
      const text = `Nima makes ${this.#streamsMax} answers at once and is at it. Try again when one is done.`;
      throw new Failure('limit', text, { code: 'streams_exhausted', details: { limit: this.#streamsMax } });
    }
    const seq = await this.#store.open(id, this.#clock.now());
    const writer = this.#live.open(id, seq);
    this.#watching ??= this.#watch().finally(() => {
      this.#watching = null;
    });
    return writer;
  }

  read(id: string, after: number, signal: AbortSignal): AsyncIterable<StreamEvent> {
    return readStream({ store: this.#store, live: this.#live, clock: this.#clock }, { id, after }, signal);
  }

  stop(id: string): Promise<boolean> {
    this.#live.stop(id);
    return this.#store.requestStop(id);
  }

  /** In parts: a long conversation has more answers than one statement takes parameters. */
  async forget(ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += FORGET_EACH)
      await this.#store.forget(ids.slice(from, from + FORGET_EACH));
  }

  async isOrphaned(id: string): Promise<boolean> {
    const state = await this.#store.state(id);
    return state !== null && !state.isEnded && isGone(state.writer);
  }

  prune(): Promise<void> {
    return this.#store.prune(this.#clock.now() - KEEP_MS);
  }

  /** Saves what is written and stops watching; open writers should have ended before. */
  async close(): Promise<void> {
    this.#stopping.abort();
    await this.#live.settled();
    await this.#watching;
  }

  /** While streams are open here: sees stops asked for elsewhere, and says that this replica lives. */
  async #watch(): Promise<void> {
    const { signal } = this.#stopping;
    while (this.#live.ids.length > 0 && !signal.aborted) {
      try {
        await this.#lookOnce();
      } catch (cause) {
        this.#log.warn('streams cannot be watched', { cause });
      }
      await this.#clock.sleep(WATCH_MS, signal);
    }
  }

  async #lookOnce(): Promise<void> {
    for (const id of await this.#store.stopRequested()) this.#live.stop(id);
    const now = this.#clock.now();
    if (now < this.#markAt) return;
    this.#markAt = now + ALIVE_MS;
    await this.#store.markAlive(this.#live.ids, now);
  }
}

export const createStreams = (options: StreamsOptions): Streams => new Streams(options);
