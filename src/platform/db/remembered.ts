/**
 * What nearly every request looks up, remembered for a moment. A program that changes it forgets it with its commit, so
 * that it never believes what it has itself changed; what another program changed it believes for `REMEMBERED_MS` at most.
 */
import type { Database } from '../../kernel/context.ts';
import { afterCommit, opened, type SqlDatabase } from './database.ts';

/** As long as it takes a person to see that a change is done. At thousands of requests a second, one in hundreds looks. */
const REMEMBERED_MS = 100;
/** Beyond it all are forgotten: a moment's worth of callers, far above what a server of a few people sees. */
const ENTRIES_MAX = 1000;

interface Entry<Found> {
  readonly found: Found;
  /** By the monotonic clock: turning the wall clock back must not lengthen it. */
  readonly until: number;
}

interface Memory<Found> {
  readonly entries: Map<string, Entry<Found>>;
  /** Grows with each forgetting, so that a look-up begun before it keeps nothing. */
  forgotten: number;
}

type Look<Found> = () => Found | null | Promise<Found | null>;

/** A constant of the store that uses it; what is remembered lies with each database. */
export class Remembered<Found> {
  /**
   * What `look` finds under `key`: at once when it is remembered, for a promise costs more than the memory spares. Nothing
   * found is not remembered: strangers could fill the memory with it.
   */
  find(own: Database, key: string, look: Look<Found>): ReturnType<Look<Found>> {
    const db = opened(own);
    // Within a transaction there may be more than others can see.
    if (db.isTransaction) return look();
    const memory = this.#memoryOf(db);
    const known = memory.entries.get(key);
    return known && performance.now() < known.until ? known.found : keep(memory, key, look);
  }

  /** Call it where the rows are changed, with the database they are changed in. */
  forget(db: Database): void {
    const memory = this.#memoryOf(opened(db));
    afterCommit(db, () => {
      memory.entries.clear();
      memory.forgotten += 1;
    });
  }

  #memoryOf(db: SqlDatabase): Memory<Found> {
    return db.once<Memory<Found>>(this, () => ({ entries: new Map(), forgotten: 0 }));
  }
}

async function keep<Found>(memory: Memory<Found>, key: string, look: Look<Found>): Promise<Found | null> {
  const { entries, forgotten } = memory;
  const found = await look();
  if (found === null || memory.forgotten !== forgotten) return found;
  const now = performance.now();
  // What is over goes with the next look-up: keys may be secrets, and are not kept for nothing.
  for (const [other, { until }] of entries) if (until <= now) entries.delete(other);
  if (entries.size >= ENTRIES_MAX) entries.clear();
  entries.set(key, { found, until: now + REMEMBERED_MS });
  return found;
}
