/**
 * The outbox: events are rows of the caller's transaction, and a dispatcher turns each into one job for every
 * subscription, in one transaction with the mark that it did. So an event reaches the queue exactly once, or not at all.
 */
import { z } from 'zod';
import type { Clock, Database, Log } from '../../kernel/context.ts';
import { defineJob, type Job, type Subscription } from '../../kernel/module.ts';
import type { JobRequest } from '../../kernel/ports.ts';
import { afterCommit, inTransaction, sqlOf } from '../db/database.ts';

const BATCH_MAX = 100;
/** Events are delivered when their transaction commits; looking is only for those of a replica that died right then. */
const POLL_MS = 5000;
/** A week: long enough to find out what happened over a weekend. */
const KEEP_MS = 7 * 86_400_000;

interface Tables {
  outbox_events: { id: string; event: string; payload: string; emitted_at: number; delivered_at: number | null };
}

export interface OutboxOptions {
  readonly db: Database;
  readonly subscriptions: readonly Subscription[];
  enqueue(db: Database, request: JobRequest): Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
}

export class Outbox {
  /** Forgets old events; the app lists it among its jobs. */
  readonly pruneJob: Job;
  readonly #options: OutboxOptions;
  readonly #stopping = new AbortController();
  #wake = new AbortController();
  #loop: Promise<void> | null = null;
  #isDown = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.pruneJob = defineJob({
      name: 'events.prune',
      input: z.object({}),
      cron: '17 3 * * *',
      run: () => this.prune(),
    });
  }

  /** Announces `event` in the transaction of `db`. */
  async emit(db: Database, event: string, payload: object): Promise<void> {
    const { newId, clock } = this.#options;
    await sqlOf<Tables>(db)
      .insertInto('outbox_events')
      .values({ id: newId(), event, payload: JSON.stringify(payload), emitted_at: clock.now(), delivered_at: null })
      .execute();
    afterCommit(db, () => this.#wake.abort());
  }

  start(): void {
    this.#loop ??= this.#run(this.#stopping.signal);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wake.abort();
    await this.#loop;
  }

  /** Turns every waiting event into jobs; for `start`'s loop, one-shot commands and tests. */
  async deliver(): Promise<void> {
    while ((await this.#deliverBatch()) === BATCH_MAX);
  }

  async prune(): Promise<void> {
    const { db, clock } = this.#options;
    const before = clock.now() - KEEP_MS;
    await sqlOf<Tables>(db).deleteFrom('outbox_events').where('delivered_at', '<', before).execute();
  }

  async #run(stopping: AbortSignal): Promise<void> {
    const { clock, log } = this.#options;
    while (!stopping.aborted) {
      this.#wake = new AbortController();
      try {
        await this.deliver();
        this.#isDown = false;
      } catch (cause) {
        if (!this.#isDown) log.error('events wait: they cannot be delivered', { cause });
        this.#isDown = true;
      }
      if (!stopping.aborted) await clock.sleep(POLL_MS, this.#wake.signal);
    }
  }

  async #deliverBatch(): Promise<number> {
    const { db, clock } = this.#options;
    if (db.dialect === 'sqlite' && (await this.#isEmpty())) return 0;
    const deliver = async (tx: Database) => {
      const table = sqlOf<Tables>(tx);
      const waiting = table
        .selectFrom('outbox_events')
        .select(['id', 'event', 'payload'])
        .where('delivered_at', 'is', null)
        .orderBy('id')
        .limit(BATCH_MAX);
      // Two replicas deliver side by side, each its own rows.
      const rows = await (tx.dialect === 'postgres' ? waiting.forUpdate().skipLocked() : waiting).execute();
      for (const row of rows) await this.#enqueueFor(tx, row);
      if (rows.length === 0) return 0;
      const ids = rows.map(({ id }) => id);
      await table.updateTable('outbox_events').set({ delivered_at: clock.now() }).where('id', 'in', ids).execute();
      return rows.length;
    };
    // Lost with the machine, mark and jobs are lost together, and the events are delivered again.
    return inTransaction(db, deliver, { isRelaxed: true });
  }

  async #enqueueFor(tx: Database, row: { id: string; event: string; payload: string }): Promise<void> {
    for (const { event, job } of this.#options.subscriptions) {
      if (event !== row.event && event !== '*') continue;
      const payload = JSON.parse(row.payload) as { readonly owner?: string };
      const input = event === '*' ? { owner: payload.owner ?? '', event: row.event, id: row.id, payload } : payload;
      await this.#options.enqueue(tx, { name: job.name, input, key: `event:${row.id}:${job.name}` });
    }
  }

  /** SQLite takes its write lock at `begin`; a look from outside spares an idle machine that. */
  async #isEmpty(): Promise<boolean> {
    const waiting = sqlOf<Tables>(this.#options.db).selectFrom('outbox_events').select('id');
    return (await waiting.where('delivered_at', 'is', null).limit(1).execute()).length === 0;
  }
}
