/** Puts the jobs together for one replica: the queue that fits the database, the schedules of the catalogue, the runner. */
import type { Clock, Database, Log } from '../../kernel/context.ts';
import type { Job } from '../../kernel/module.ts';
import { type JobRun, JobRunner } from './job-runner.ts';
import { PgBossQueue } from './pg-boss-queue.ts';
import { Schedules } from './schedules.ts';
import { SqliteQueue } from './sqlite-queue.ts';

/** A killed replica's job is taken again after this long; renewed three times in each lease. */
const LEASE_MS = 60_000;

export interface JobsOptions {
  readonly db: Database;
  /** The catalogue's jobs and the platform's own. */
  readonly jobs: ReadonlyMap<string, Job>;
  perform(job: Job, input: unknown, run: JobRun): Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
  /** Jobs side by side on this replica. */
  readonly atOnce: number;
  readonly leaseMs?: number;
}

/** Call `open()` after the migrations, `start()` when jobs may run, `stop(graceMs)` at the end. */
export function createJobs(options: JobsOptions): JobRunner {
  const { db, clock, jobs, leaseMs = LEASE_MS } = options;
  const queue =
    db.dialect === 'sqlite'
      ? new SqliteQueue({ ...options, leaseMs, random: Math.random })
      : new PgBossQueue({ ...options, leaseMs });
  const recurring = [...jobs.values()].flatMap(({ name, cron }) => (cron ? [{ name, cron }] : []));
  const schedules: Schedules = new Schedules({
    db,
    clock,
    schedules: recurring,
    enqueue: (tx, request) => runner.enqueue(tx, request),
  });
  const runner: JobRunner = new JobRunner({ ...options, queue, schedules, leaseMs });
  return runner;
}
