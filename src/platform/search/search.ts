/**
 * The search port in process: one index for each owner of a collection, brought up to date from the database before
 * each query. Indexes are a cache; the least recently used go when they outgrow their memory.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SearchHit, SearchPort, SearchQuery, SearchSource } from '../../kernel/ports.ts';
import { OwnerIndex } from './owner-index.ts';
import { Scratch } from './scratch.ts';
import { Tokenizer } from './tokens.ts';

export interface SearchOptions {
  /** Memory for all indexes together. One index of 100,000 facts with vectors takes about 50 MB. */
  readonly memoryBytesMax?: number;
  /** Changes asked of the source at once. */
  readonly pageSize?: number;
}

const MEMORY_BYTES_MAX = 512 * 1024 * 1024;
const PAGE_SIZE = 2000;
/** Indexing gives way to other work after this long, well below what a person notices in a stream. */
const BUSY_MS_MAX = 8;

export function createSearch(options: SearchOptions = {}): SearchPort {
  return new InProcessSearch(options);
}

class InProcessSearch implements SearchPort {
  readonly #memoryBytesMax: number;
  readonly #pageSize: number;
  readonly #tools = { tokenizer: new Tokenizer(), scratch: new Scratch() };
  /** By collection and owner, least recently used first. */
  readonly #kept = new Map<string, CurrentIndex>();

  constructor(options: SearchOptions) {
    this.#memoryBytesMax = options.memoryBytesMax ?? MEMORY_BYTES_MAX;
    this.#pageSize = options.pageSize ?? PAGE_SIZE;
  }

  async query(collection: string, owner: string, source: SearchSource, query: SearchQuery): Promise<SearchHit[]> {
    const current = this.#find(JSON.stringify([collection, owner]));
    await current.catchUp((after) => source.changes(owner, after, this.#pageSize), this.#pageSize);
    const hits = current.index.rank(query);
    this.#evict();
    return hits;
  }

  #find(key: string): CurrentIndex {
    const current = this.#kept.get(key) ?? new CurrentIndex(new OwnerIndex(this.#tools));
    this.#kept.delete(key);
    this.#kept.set(key, current);
    return current;
  }

  #evict(): void {
    let bytes = 0;
    for (const { index } of this.#kept.values()) bytes += index.bytes;
    for (const [key, { index }] of this.#kept) {
      if (bytes <= this.#memoryBytesMax || this.#kept.size === 1) return;
      this.#kept.delete(key);
      bytes -= index.bytes;
    }
  }
}

type ReadChanges = (afterRevision: number) => ReturnType<SearchSource['changes']>;

/** An index together with the loading that keeps it current. */
class CurrentIndex {
  readonly index: OwnerIndex;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(index: OwnerIndex) {
    this.index = index;
  }

  /**
   * Ends when every change committed before the call is in the index. Callers that come while a load runs share one
   * more look at the source after it: the running load may have read before their change was committed.
   */
  catchUp(read: ReadChanges, pageSize: number): Promise<void> {
    if (this.#running === null) return this.#start(read, pageSize);
    this.#next ??= this.#running.then(ignore, ignore).then(() => {
      this.#next = null;
      return this.#running ?? this.#start(read, pageSize);
    });
    return this.#next;
  }

  #start(read: ReadChanges, pageSize: number): Promise<void> {
    const load = this.#load(read, pageSize).finally(() => {
      this.#running = null;
    });
    this.#running = load;
    return load;
  }

  async #load(read: ReadChanges, pageSize: number): Promise<void> {
    for (;;) {
      const changes = await read(this.index.revision);
      let busySince = performance.now();
      for (const change of changes) {
        this.index.apply(change);
        if (performance.now() - busySince < BUSY_MS_MAX) continue;
        await nextTurn();
        busySince = performance.now();
      }
      if (this.index.needsSweep) await this.index.sweep(nextTurn);
      if (changes.length < pageSize) return;
      await nextTurn();
    }
  }
}

function ignore(): void {}
