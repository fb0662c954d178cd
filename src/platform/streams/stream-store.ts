/** The SQL of streams: their state and their events. What to do when, and who is told, is left to the writer side and the readers. */
import type { Database } from '../../kernel/context.ts';
import { inTransaction, sqlOf } from '../db/database.ts';
import { writerTag } from './writer-tag.ts';

/** 3 parameters a row: far below the limit of either database. */
const ROWS_PER_INSERT = 500;
/** Events of one look into the past. */
export const PAGE_MAX = 500;

interface StreamRow {
  id: string;
  opened_at: number;
  alive_at: number;
  ended_at: number | null;
  stop_requested: number;
  writer: string | null;
}
interface EventRow {
  stream_id: string;
  seq: number;
  data: string;
}
interface Tables {
  streams: StreamRow;
  stream_events: EventRow;
}

/** What one stream adds in a flush. */
export interface StreamBatch {
  readonly id: string;
  readonly events: readonly { readonly seq: number; readonly json: string }[];
  readonly isEnd: boolean;
}

export interface StreamState {
  readonly aliveAt: number;
  readonly isEnded: boolean;
  /** Tag of the program that opened it last. */
  readonly writer: string | null;
}

export class StreamStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Opens or reopens; returns the number of the last event. */
  open(id: string, now: number): Promise<number> {
    const writer = writerTag();
    return this.#write(async (tx) => {
      const tables = sqlOf<Tables>(tx);
      // A stop asked for while nobody wrote still counts; one that ended a former answer does not.
      await tables
        .updateTable('streams')
        .set({ stop_requested: 0 })
        .where('id', '=', id)
        .where('ended_at', 'is not', null)
        .execute();
      await tables
        .insertInto('streams')
        .values({ id, opened_at: now, alive_at: now, ended_at: null, stop_requested: 0, writer })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ alive_at: now, ended_at: null, writer }))
        .execute();
      const last = await tables
        .selectFrom('stream_events')
        .select('seq')
        .where('stream_id', '=', id)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      return last?.seq ?? 0;
    });
  }

  append(batches: readonly StreamBatch[], now: number): Promise<void> {
    const rows = batches.flatMap(({ id, events }) =>
      events.map(({ seq, json }) => ({ stream_id: id, seq, data: json })),
    );
    const ended = batches.filter(({ isEnd }) => isEnd).map(({ id }) => id);
    return this.#write(async (tx) => {
      const tables = sqlOf<Tables>(tx);
      for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
        await tables
          .insertInto('stream_events')
          .values(rows.slice(from, from + ROWS_PER_INSERT))
          .execute();
      }
      if (ended.length > 0) {
        await tables.updateTable('streams').set({ ended_at: now, alive_at: now }).where('id', 'in', ended).execute();
      }
    });
  }

  async state(id: string): Promise<StreamState | null> {
    const row = await sqlOf<Tables>(this.#db)
      .selectFrom('streams')
      .select(['alive_at', 'ended_at', 'writer'])
      .where('id', '=', id)
      .executeTakeFirst();
    return row ? { aliveAt: row.alive_at, isEnded: row.ended_at !== null, writer: row.writer } : null;
  }

  /** Up to `PAGE_MAX` events after `after`. */
  page(id: string, after: number): Promise<{ seq: number; data: string }[]> {
    return sqlOf<Tables>(this.#db)
      .selectFrom('stream_events')
      .select(['seq', 'data'])
      .where('stream_id', '=', id)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(PAGE_MAX)
      .execute();
  }

  /** False when there is no such stream. */
  async requestStop(id: string): Promise<boolean> {
    const { numUpdatedRows } = await sqlOf<Tables>(this.#db)
      .updateTable('streams')
      .set({ stop_requested: 1 })
      .where('id', '=', id)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async stopRequested(): Promise<string[]> {
    const rows = await sqlOf<Tables>(this.#db)
      .selectFrom('streams')
      .select('id')
      .where('ended_at', 'is', null)
      .where('stop_requested', '=', 1)
      .execute();
    return rows.map(({ id }) => id);
  }

  async markAlive(ids: readonly string[], now: number): Promise<void> {
    await sqlOf<Tables>(this.#db).updateTable('streams').set({ alive_at: now }).where('id', 'in', ids).execute();
  }

  /** The log carries an answer while it is read, for an hour at most; what is to last is the turn. */
  #write<T>(work: (tx: Database) => Promise<T>): Promise<T> {
    return inTransaction(this.#db, work, { isRelaxed: true });
  }

  forget(ids: readonly string[]): Promise<void> {
    return inTransaction(this.#db, async (tx) => {
      const tables = sqlOf<Tables>(tx);
      await tables.deleteFrom('stream_events').where('stream_id', 'in', ids).execute();
      await tables.deleteFrom('streams').where('id', 'in', ids).execute();
    });
  }

  /** Removes streams that ended, or whose writer was last alive, before the given time. */
  prune(before: number): Promise<void> {
    return inTransaction(this.#db, async (tx) => {
      const tables = sqlOf<Tables>(tx);
      const old = tables.selectFrom('streams').select('id').where('alive_at', '<', before);
      await tables.deleteFrom('stream_events').where('stream_id', 'in', old).execute();
      await tables.deleteFrom('streams').where('alive_at', '<', before).execute();
    });
  }
}
