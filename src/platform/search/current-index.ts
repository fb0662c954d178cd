/** An index together with the loading that keeps it current: in pages, one load at a time, giving way to other work. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SearchSource } from '../../kernel/ports.ts';
import type { OwnerIndex } from './owner-index.ts';

export type ReadChanges = (afterRevision: number) => ReturnType<SearchSource['changes']>;

/** Indexing gives way after this long, well below what a person notices in a stream. */
const BUSY_MS_MAX = 8;

export class CurrentIndex {
  readonly index: OwnerIndex;
  /** What the index held after the last load. */
  bytes = 0;
  readonly #pageSize: number;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(index: OwnerIndex, pageSize: number) {
    this.index = index;
    this.#pageSize = pageSize;
  }

  /**
   * Ends when every change committed before the call is in the index. Callers that come while a load runs share one
   * more look at the source after it: the running load may have read before their change was committed.
   */
  catchUp(read: ReadChanges): Promise<void> {
    if (this.#running === null) return this.#start(read);
    this.#next ??= this.#running.then(ignore, ignore).then(() => {
      this.#next = null;
      return this.#running ?? this.#start(read);
    });
    return this.#next;
  }

  #start(read: ReadChanges): Promise<void> {
    this.#running = this.#load(read).finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #load(read: ReadChanges): Promise<void> {
    for (;;) {
      const changes = await read(this.index.revision);
      if (changes.length === 0) return;
      await this.#apply(changes);
      if (this.index.needsSweep) await this.index.sweep(nextTurn);
      this.bytes = this.index.bytes;
      if (changes.length < this.#pageSize) return;
      await nextTurn();
    }
  }

  async #apply(changes: Awaited<ReturnType<ReadChanges>>): Promise<void> {
    let busySince = performance.now();
    for (const change of changes) {
      this.index.apply(change);
      if (performance.now() - busySince < BUSY_MS_MAX) continue;
      await nextTurn();
      busySince = performance.now();
    }
  }
}

function ignore(): void {}
