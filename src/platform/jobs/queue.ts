/**
 * What the runner needs from a durable queue: an embedded table and pg-boss both fill it, and one contract suite holds
 * them to it. A job is leased while it runs; a lease that ends without an answer makes the job due again.
 */
import type { Database } from '../../kernel/context.ts';
import { Failure } from '../../kernel/errors.ts';
import type { JobRequest } from '../../kernel/ports.ts';

/** Tries in all when the job does not say. */
export const ATTEMPTS_MAX = 3;

/** A job taken by this replica. */
export interface ClaimedJob {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly attemptsMax: number;
}

/** A job that used up its tries. */
export interface DeadLetter {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
  readonly attempts: number;
  readonly error: string;
  readonly failedAt: number;
}

export interface Queue {
  /** Prepares its tables where migrations do not. */
  open(): Promise<void>;
  close(): Promise<void>;
  /** Adds a job within the caller's transaction; dropped when an unfinished job has the same key. */
  enqueue(db: Database, request: JobRequest, attemptsMax: number): Promise<void>;
  /** Takes up to `limit` due jobs, oldest first. No other replica gets them while their lease lasts. */
  claim(limit: number): Promise<ClaimedJob[]>;
  /** Lengthens the leases of running jobs. */
  renew(jobs: readonly ClaimedJob[]): Promise<void>;
  complete(job: ClaimedJob): Promise<void>;
  /** Plans another try, or buries the job when it has none left. */
  fail(job: ClaimedJob, error: string): Promise<void>;
  /** Gives jobs back that this replica will not finish. */
  release(jobs: readonly ClaimedJob[]): Promise<void>;
  /** Finds jobs whose replica died, and clears what is past keeping. */
  maintain(): Promise<void>;
  /** Newest first. */
  deadLetters(limit: number): Promise<DeadLetter[]>;
  /** Gives a dead job one more try; `not_found` when there is no such dead letter. */
  retry(id: string): Promise<void>;
}

export const noDeadLetter = (id: string): Failure =>
  new Failure('not_found', `There is no failed job ${id}. It may have been retried already.`, { details: { id } });

export const sameWorkIsQueued = (cause?: unknown): Failure =>
  new Failure('conflict', 'The same work is queued again already; wait for it to finish.', { cause });
