/**
 * The search port in process: one index for each owner of a collection, brought up to date from the database before
 * each query. Indexes are a cache; the least recently used go when they outgrow their memory.
 */
import type { Embedder, SearchHit, SearchPort, SearchQuery, SearchSource } from '../../kernel/ports.ts';
import { CurrentIndex } from './current-index.ts';
import { MEANING, SPELLING } from './fuse.ts';
import { OwnerIndex } from './owner-index.ts';
import { Scratch } from './scratch.ts';
import { Tokenizer } from './tokens.ts';

export interface SearchOptions {
  /** Memory for all indexes together, in bytes. */
  readonly memoryBytesMax?: number;
  /** Changes asked of the source at once. */
  readonly pageSize?: number;
  /** The embedder the vectors are of; hashed vectors, which know spelling only, when left out. */
  readonly embedder?: Pick<Embedder, 'knowsMeaning'>;
}

/** Eight owners with 100,000 facts and vectors each, or thousands with less. */
const MEMORY_BYTES_MAX = 512 * 1024 * 1024;
/** One statement's worth: few round trips for a large owner, few megabytes at once. */
const PAGE_SIZE = 2000;

export function createSearch(options: SearchOptions = {}): SearchPort {
  return new InProcessSearch(options);
}

class InProcessSearch implements SearchPort {
  readonly #memoryBytesMax: number;
  readonly #pageSize: number;
  readonly #tools;
  /** By collection and owner, least recently used first. */
  readonly #kept = new Map<string, CurrentIndex>();

  constructor(options: SearchOptions) {
    this.#memoryBytesMax = options.memoryBytesMax ?? MEMORY_BYTES_MAX;
    this.#pageSize = options.pageSize ?? PAGE_SIZE;
    const vectorWeight = options.embedder?.knowsMeaning ? MEANING : SPELLING;
    this.#tools = { tokenizer: new Tokenizer(), scratch: new Scratch(), vectorWeight };
  }

  async query(collection: string, owner: string, source: SearchSource, query: SearchQuery): Promise<SearchHit[]> {
    const current = this.#find(JSON.stringify([collection, owner]));
    const before = current.bytes;
    await current.catchUp((after) => source.changes(owner, after, this.#pageSize));
    if (current.bytes !== before) this.#evict();
    return current.index.rank(query);
  }

  #find(key: string): CurrentIndex {
    const current = this.#kept.get(key) ?? new CurrentIndex(new OwnerIndex(this.#tools), this.#pageSize);
    this.#kept.delete(key);
    this.#kept.set(key, current);
    return current;
  }

  /** Drops the least recently used; the one used last stays, whatever its size. */
  #evict(): void {
    let bytes = 0;
    for (const current of this.#kept.values()) bytes += current.bytes;
    for (const [key, current] of this.#kept) {
      if (bytes <= this.#memoryBytesMax || this.#kept.size === 1) return;
      this.#kept.delete(key);
      bytes -= current.bytes;
    }
  }
}
