/**
 * The writing side of one replica: holds what its open streams have not saved yet, saves it for all of them together, and
 * then hands it to the readers here. One transaction every 25 ms, however many answers are being written, and a few
 * more when an answer begins and ends.
 */
import type { Clock, Log } from '../../kernel/context.ts';
import { Failure } from '../../kernel/errors.ts';
import type { StreamEvent, StreamWriter } from '../../kernel/ports.ts';
import { databaseFailure } from '../db/failures.ts';
import type { StreamStore } from './stream-store.ts';

/** New words 40 times a second read as flowing text, and a small board keeps up with the commits. */
const FLUSH_MS = 25;

/** A stream's first saves do not wait for the pace (that it began, what it recalled, its first word), nor does its end. */
const EAGER_SAVES = 3;

/** Told after each commit; `isOver` when nothing more comes from this replica. */
export type Listener = (events: readonly StreamEvent[], isOver: boolean) => void;

/** One open stream. */
interface LiveStream {
  readonly id: string;
  readonly stop: AbortController;
  readonly listeners: Set<Listener>;
  /** Number of the last event written, saved or not. */
  seq: number;
  savedSeq: number;
  /** Since it was opened. */
  saves: number;
  unsaved: { seq: number; json: string }[];
  /** Set by `end`; settled when the end is saved. */
  ending: PromiseWithResolvers<void> | null;
  failure: Failure | null;
}

const isEager = ({ saves, ending }: LiveStream): boolean => saves < EAGER_SAVES || ending !== null;

/** Resolves at the next commit of the stream, or when it cannot go on. */
function nextNews({ listeners }: LiveStream): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const listener = () => {
    listeners.delete(listener);
    resolve();
  };
  listeners.add(listener);
  return promise;
}

export class LiveStreams {
  readonly #store: StreamStore;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #streams = new Map<string, LiveStream>();
  #flushing: Promise<void> | null = null;
  #flushedAt = 0;
  /** Ends the pause between two flushes. */
  #hurry = new AbortController();

  constructor(store: StreamStore, clock: Clock, log: Log) {
    this.#store = store;
    this.#clock = clock;
    this.#log = log;
  }

  get ids(): string[] {
    return [...this.#streams.keys()];
  }

  has(id: string): boolean {
    return this.#streams.has(id);
  }

  /** Calls back after each commit of this stream; returns how to leave, or null when nobody writes it here. */
  listen(id: string, listener: Listener): (() => void) | null {
    const listeners = this.#streams.get(id)?.listeners;
    if (!listeners) return null;
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  stop(id: string): void {
    this.#streams.get(id)?.stop.abort();
  }

  refuseSecondWriter(id: string): void {
    if (this.#streams.has(id)) throw new Failure('conflict', 'This answer is being written already.');
  }

  /** A writer whose first event follows number `seq`. */
  open(id: string, seq: number): StreamWriter {
    this.refuseSecondWriter(id);
    const stream: LiveStream = {
      id,
      stop: new AbortController(),
      listeners: new Set(),
      seq,
      savedSeq: seq,
      saves: 0,
      unsaved: [],
      ending: null,
      failure: null,
    };
    this.#streams.set(id, stream);
    return {
      stopped: stream.stop.signal,
      write: (data) => {
        if (stream.failure) throw stream.failure;
        if (stream.ending) throw new Error(`Stream ${id} has ended; nothing can be written to it.`);
        stream.seq += 1;
        stream.unsaved.push({ seq: stream.seq, json: JSON.stringify(data) });
        if (isEager(stream)) this.#hurry.abort();
        this.#scheduleFlush();
      },
      told: async () => {
        if (stream.savedSeq < stream.seq) await nextNews(stream);
        // Readers are woken by promises; their sockets get the event when this one lets go of the thread.
        await new Promise((resolve) => setImmediate(resolve));
      },
      end: async () => {
        if (stream.failure) throw stream.failure;
        stream.ending ??= Promise.withResolvers();
        this.#hurry.abort();
        this.#scheduleFlush();
        return stream.ending.promise;
      },
    };
  }

  /** Resolves when all that was written so far is saved or has failed. */
  async settled(): Promise<void> {
    while (this.#flushing) await this.#flushing;
  }

  #scheduleFlush(): void {
    this.#flushing ??= this.#flushAll().finally(() => {
      this.#flushing = null;
    });
  }

  get #waiting(): LiveStream[] {
    return [...this.#streams.values()].filter(({ unsaved, ending }) => unsaved.length > 0 || ending);
  }

  /** At once after a quiet moment or for a stream that begins, else at the pace, until nothing is left. */
  async #flushAll(): Promise<void> {
    for (;;) {
      const waiting = this.#waiting;
      if (waiting.length === 0) return;
      const pauseMs = waiting.some(isEager) ? 0 : this.#flushedAt + FLUSH_MS - this.#clock.now();
      this.#hurry = new AbortController();
      // Without a pause, what is written in the same breath still goes along.
      await (pauseMs > 0 ? this.#clock.sleep(pauseMs, this.#hurry.signal) : Promise.resolve());
      // What was written during the pause goes along: take the streams again.
      await this.#flush(this.#waiting);
      this.#flushedAt = this.#clock.now();
    }
  }

  async #flush(streams: readonly LiveStream[]): Promise<void> {
    const taken = streams.map((stream) => {
      const batch = { id: stream.id, events: stream.unsaved, isEnd: stream.ending !== null };
      stream.unsaved = [];
      stream.saves += 1;
      return { stream, batch };
    });
    const now = this.#clock.now();
    try {
      await this.#store.append(
        taken.map(({ batch }) => batch),
        now,
      );
      for (const each of taken) this.#saved(each);
    } catch {
      // One stream's fault must not cost the others their answers: each by itself.
      for (const each of taken) {
        await this.#store.append([each.batch], now).then(
          () => this.#saved(each),
          (thrown) => this.#lost(each.stream, thrown),
        );
      }
    }
  }

  #saved({ stream, batch }: { stream: LiveStream; batch: Parameters<StreamStore['append']>[0][number] }): void {
    const events = batch.events.map(({ seq, json }) => ({ seq, data: JSON.parse(json) as object }));
    stream.savedSeq = batch.events.at(-1)?.seq ?? stream.savedSeq;
    if (batch.isEnd) this.#streams.delete(stream.id);
    for (const listener of stream.listeners) listener(events, batch.isEnd);
    if (batch.isEnd) stream.ending?.resolve();
  }

  /** The stream cannot go on: its writer is told at its next word, and whoever waits for the answer now. */
  #lost(stream: LiveStream, thrown: unknown): void {
    const cause = databaseFailure(thrown);
    const text = 'The answer could not be saved and was cut off. Check the disk or the database, then ask again.';
    stream.failure =
      cause instanceof Failure ? cause : new Failure('unavailable', text, { code: 'stream_not_saved', cause });
    this.#log.error('a stream could not be saved', { stream: stream.id, cause });
    this.#streams.delete(stream.id);
    stream.stop.abort(stream.failure);
    stream.ending?.reject(stream.failure);
    for (const listener of stream.listeners) listener([], true);
  }
}
