/**
 * The queue of a larger installation: pg-boss in the schema `pgboss` of Nima's PostgreSQL, on Nima's own connections.
 * Retries, leases and unique keys are pg-boss's; its timers for cron and polling stay off, because the runner has its own.
 */
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { RETRY_BASE_MS, RETRY_CAP_MS } from '../../kernel/backoff.ts';
import type { Database, Log } from '../../kernel/context.ts';
import type { JobRequest } from '../../kernel/ports.ts';
import { sqlOf } from '../db/database.ts';
import { isUniqueViolation } from '../db/failures.ts';
import { type ClaimedJob, type DeadLetter, noDeadLetter, type Queue, sameWorkIsQueued } from './queue.ts';

/** One pg-boss queue carries all jobs, so that an idle replica asks one question and not one for each kind. */
const QUEUE = 'nima';
/** pg-boss drops jobs that nobody took this long after they were due. */
const RETENTION_SECONDS = 10 * 365 * 86_400;
/** The longest run pg-boss allows; the lease finds dead replicas long before. */
const RUN_SECONDS_MAX = 86_400;
/** How often one replica looks for ended leases. */
const MONITOR_SECONDS = 15;

interface Envelope {
  readonly name: string;
  readonly input: unknown;
}

export interface PgBossQueueOptions {
  readonly db: Database;
  readonly log: Log;
  readonly newId: () => string;
  /** At least 10 s. */
  readonly leaseMs: number;
}

type Library = typeof import('pg-boss');

export class PgBossQueue implements Queue {
  readonly #options: PgBossQueueOptions;
  #opened: { readonly boss: PgBoss; readonly fromKysely: Library['fromKysely'] } | null = null;

  constructor(options: PgBossQueueOptions) {
    this.#options = options;
  }

  get #library() {
    if (!this.#opened) throw new Error('The queue is not open.');
    return this.#opened;
  }

  get #boss(): PgBoss {
    return this.#library.boss;
  }

  /** The library is loaded here: a Nima on SQLite has no use for it. */
  async #create(): Promise<void> {
    const { PgBoss, fromKysely } = await import('pg-boss');
    const { db, log } = this.#options;
    const boss = new PgBoss({
      db: fromKysely(sqlOf(db)),
      supervise: false,
      schedule: false,
      monitorIntervalSeconds: MONITOR_SECONDS,
    });
    boss.on('error', (cause) => log.warn('pg-boss reported an error', { cause }));
    this.#opened = { boss, fromKysely };
  }

  async open(): Promise<void> {
    await this.#create();
    await this.#boss.start();
    const policy = {
      expireInSeconds: RUN_SECONDS_MAX,
      heartbeatSeconds: Math.ceil(this.#options.leaseMs / 1000),
      retryBackoff: true,
      retryDelay: RETRY_BASE_MS / 1000,
      retryDelayMax: RETRY_CAP_MS / 1000,
      retentionSeconds: RETENTION_SECONDS,
      // Done jobs are deleted when they are done; what stays are dead letters, until somebody looks at them.
      deleteAfterSeconds: 0,
    };
    await this.#boss.createQueue(QUEUE, { ...policy, policy: 'exclusive' });
    await this.#boss.updateQueue(QUEUE, policy);
  }

  close(): Promise<void> {
    return this.#boss.stop({ graceful: false, close: false });
  }

  async enqueue(db: Database, { name, input, key, runAt }: JobRequest, attemptsMax: number): Promise<void> {
    await this.#boss.send(QUEUE, { name, input } satisfies Envelope, {
      // `exclusive` allows one unfinished job for each key; a job without one gets a key of its own.
      singletonKey: key ?? this.#options.newId(),
      retryLimit: attemptsMax - 1,
      ...(runAt === undefined ? {} : { startAfter: new Date(runAt) }),
      db: this.#library.fromKysely(sqlOf(db)),
    });
  }

  async claim(limit: number): Promise<ClaimedJob[]> {
    const jobs = await this.#boss.fetch<Envelope>(QUEUE, { batchSize: limit, includeMetadata: true });
    return jobs.map(({ id, data, retryCount, retryLimit }) => ({
      id,
      name: data.name,
      input: data.input,
      attempt: retryCount + 1,
      attemptsMax: retryLimit + 1,
    }));
  }

  async renew(jobs: readonly ClaimedJob[]): Promise<void> {
    await this.#boss.touch(
      QUEUE,
      jobs.map(({ id }) => id),
    );
  }

  async complete({ id }: ClaimedJob): Promise<void> {
    await this.#boss.deleteJob(QUEUE, id);
  }

  async fail({ id }: ClaimedJob, error: string): Promise<void> {
    await this.#boss.fail(QUEUE, id, { message: error });
  }

  async release(jobs: readonly ClaimedJob[]): Promise<void> {
    // pg-boss cannot take a try back; a released job has one less.
    for (const job of jobs) await this.fail(job, 'The program stopped while it ran.');
  }

  maintain(): Promise<void> {
    return this.#boss.supervise(QUEUE);
  }

  async deadLetters(limit: number): Promise<DeadLetter[]> {
    const jobs = await this.#boss.findJobs<Envelope>(QUEUE);
    return jobs
      .filter(({ state }) => state === 'failed')
      .map(deadLetterOf)
      .sort((a, b) => b.failedAt - a.failedAt)
      .slice(0, limit);
  }

  async retry(id: string): Promise<void> {
    const [job] = await this.#boss.findJobs(QUEUE, { id });
    if (job?.state !== 'failed') throw noDeadLetter(id);
    try {
      await this.#boss.retry(QUEUE, id);
    } catch (thrown) {
      throw isUniqueViolation(thrown) ? sameWorkIsQueued(thrown) : thrown;
    }
  }
}

function deadLetterOf({ id, data, output, retryCount, completedOn }: JobWithMetadata<Envelope>): DeadLetter {
  const { message, value } = (output ?? {}) as { message?: string; value?: { message?: string } };
  return {
    id,
    name: data.name,
    input: data.input,
    attempts: retryCount + 1,
    error: message ?? value?.message ?? '',
    failedAt: completedOn?.getTime() ?? 0,
  };
}
