/** A replica with one kind of job, on a database whose time a test moves: the stage of the jobs contract. */
import { z } from 'zod';
import { defineJob, type Job } from '../../src/kernel/module.ts';
import type { SqlDatabase } from '../../src/platform/db/database.ts';
import { createJobs } from '../../src/platform/jobs/create-jobs.ts';
import type { JobRun, JobRunner } from '../../src/platform/jobs/job-runner.ts';
import type { Duration, FakeClock } from './clock.ts';
import { silentLog } from './log.ts';

/** Where a queue is tried: its database, and how time passes there. */
export interface JobsPlace {
  readonly db: SqlDatabase;
  readonly clock: FakeClock;
  /** Moves the clock, and the database's own time when it has one. */
  advance(duration: Duration): Promise<void>;
}

export type Act = (input: { n: number }, run: JobRun) => Promise<void> | void;

export interface Replica extends AsyncDisposable {
  readonly runner: JobRunner;
  enqueue(n: number, about?: { key?: string; runAt?: number; db?: SqlDatabase }): Promise<void>;
}

export async function aReplica({ db, clock }: JobsPlace, act: Act, about: Partial<Job> = {}): Promise<Replica> {
  const job = defineJob({
    name: 'test.count',
    input: z.object({ n: z.number().default(0) }),
    run: async () => {},
    ...about,
  });
  const runner = createJobs({
    db,
    clock,
    log: silentLog,
    newId: () => crypto.randomUUID(),
    jobs: new Map<string, Job>([[job.name, job as Job]]),
    perform: async (_job, input, run) => act(input as { n: number }, run),
    atOnce: 2,
  });
  await runner.open();
  return {
    runner,
    enqueue: (n, { db: within = db, ...request } = {}) =>
      runner.enqueue(within, { name: 'test.count', input: { n }, ...request }),
    [Symbol.asyncDispose]: () => runner.stop(0),
  };
}
