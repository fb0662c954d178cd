/** The embedded queue: one table in Nima's own database. Completed jobs are deleted, so the table holds only open work and dead letters. */
import { backoffMs } from '../../kernel/backoff.ts';
import type { Clock, Database } from '../../kernel/context.ts';
import type { JobRequest } from '../../kernel/ports.ts';
import { inTransaction, sqlOf } from '../db/database.ts';
import { isUniqueViolation } from '../db/failures.ts';
import { type ClaimedJob, type DeadLetter, noDeadLetter, type Queue, sameWorkIsQueued } from './queue.ts';

interface JobRow {
  id: string;
  name: string;
  input: string;
  key: string | null;
  state: 'waiting' | 'running' | 'dead';
  attempts: number;
  attempts_max: number;
  run_at: number;
  lease_until: number | null;
  error: string | null;
  failed_at: number | null;
}
interface Tables {
  jobs: JobRow;
}

export interface SqliteQueueOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly leaseMs: number;
  /** In [0, 1); decides the jitter. */
  readonly random: () => number;
}

/** A claim or an end that is lost with the machine means the job runs once more, as any cut-off run does. */
const RELAXED = { isRelaxed: true } as const;

const CUT_OFF = 'The program stopped while it ran.';

export class SqliteQueue implements Queue {
  readonly #options: SqliteQueueOptions;

  constructor(options: SqliteQueueOptions) {
    this.#options = options;
  }

  get #jobs() {
    return sqlOf<Tables>(this.#options.db);
  }

  async open(): Promise<void> {}
  async close(): Promise<void> {}

  async enqueue(db: Database, request: JobRequest, attemptsMax: number): Promise<void> {
    await sqlOf<Tables>(db)
      .insertInto('jobs')
      .values({
        id: this.#options.newId(),
        name: request.name,
        input: JSON.stringify(request.input),
        key: request.key ?? null,
        state: 'waiting',
        attempts: 0,
        attempts_max: attemptsMax,
        run_at: request.runAt ?? this.#options.clock.now(),
        lease_until: null,
        error: null,
        failed_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async claim(limit: number): Promise<ClaimedJob[]> {
    const now = this.#options.clock.now();
    const due = this.#jobs
      .selectFrom('jobs')
      .select('id')
      .where('state', '=', 'waiting')
      .where('run_at', '<=', now)
      .orderBy('run_at')
      .orderBy('id')
      .limit(limit);
    const rows = await inTransaction(
      this.#options.db,
      (tx) =>
        sqlOf<Tables>(tx)
          .updateTable('jobs')
          .set((row) => ({
            state: 'running',
            attempts: row('attempts', '+', 1),
            lease_until: now + this.#options.leaseMs,
          }))
          .where('id', 'in', due)
          .returning(['id', 'name', 'input', 'attempts', 'attempts_max', 'run_at'])
          .execute(),
      RELAXED,
    );
    return rows
      .sort((a, b) => a.run_at - b.run_at || (a.id < b.id ? -1 : 1))
      .map((row) => ({
        id: row.id,
        name: row.name,
        input: JSON.parse(row.input),
        attempt: row.attempts,
        attemptsMax: row.attempts_max,
      }));
  }

  async renew(jobs: readonly ClaimedJob[]): Promise<void> {
    await this.#jobs
      .updateTable('jobs')
      .set({ lease_until: this.#options.clock.now() + this.#options.leaseMs })
      .where(
        'id',
        'in',
        jobs.map(({ id }) => id),
      )
      .where('state', '=', 'running')
      .execute();
  }

  async complete({ id, attempt }: ClaimedJob): Promise<void> {
    // `attempts` fences: when the lease was lost and another took the job, its run decides.
    await inTransaction(
      this.#options.db,
      (tx) => sqlOf<Tables>(tx).deleteFrom('jobs').where('id', '=', id).where('attempts', '=', attempt).execute(),
      RELAXED,
    );
  }

  async fail({ id, attempt, attemptsMax }: ClaimedJob, error: string): Promise<void> {
    const now = this.#options.clock.now();
    const next =
      attempt < attemptsMax
        ? { state: 'waiting' as const, run_at: now + backoffMs(attempt, this.#options.random) }
        : { state: 'dead' as const, failed_at: now };
    await this.#jobs
      .updateTable('jobs')
      .set({ ...next, error, lease_until: null })
      .where('id', '=', id)
      .where('attempts', '=', attempt)
      .execute();
  }

  async release(jobs: readonly ClaimedJob[]): Promise<void> {
    for (const { id, attempt } of jobs) {
      // The try is given back too: a shutdown is not the job's fault.
      await this.#jobs
        .updateTable('jobs')
        .set({ state: 'waiting', attempts: attempt - 1, lease_until: null })
        .where('id', '=', id)
        .where('attempts', '=', attempt)
        .execute();
    }
  }

  async maintain(): Promise<void> {
    const now = this.#options.clock.now();
    const abandoned = this.#jobs.updateTable('jobs').where('state', '=', 'running').where('lease_until', '<=', now);
    // Each cut-off run counts as a try: a job that ends its process every time must not be taken for ever.
    await abandoned
      .whereRef('attempts', '>=', 'attempts_max')
      .set({ state: 'dead', error: CUT_OFF, failed_at: now, lease_until: null })
      .execute();
    await abandoned.set({ state: 'waiting', run_at: now, error: CUT_OFF, lease_until: null }).execute();
  }

  async deadLetters(limit: number): Promise<DeadLetter[]> {
    const rows = await this.#jobs
      .selectFrom('jobs')
      .select(['id', 'name', 'input', 'attempts', 'error', 'failed_at'])
      .where('state', '=', 'dead')
      .orderBy('failed_at', 'desc')
      .limit(limit)
      .execute();
    return rows.map(({ input, error, failed_at, ...row }) => ({
      ...row,
      input: JSON.parse(input),
      error: error ?? '',
      failedAt: failed_at ?? 0,
    }));
  }

  async retry(id: string): Promise<void> {
    const revived = this.#jobs
      .updateTable('jobs')
      .set((row) => ({ state: 'waiting', run_at: this.#options.clock.now(), attempts_max: row('attempts', '+', 1) }))
      .where('id', '=', id)
      .where('state', '=', 'dead')
      .executeTakeFirst();
    const { numUpdatedRows } = await revived.catch((thrown) => {
      throw isUniqueViolation(thrown) ? sameWorkIsQueued(thrown) : thrown;
    });
    if (numUpdatedRows === 0n) throw noDeadLetter(id);
  }
}
