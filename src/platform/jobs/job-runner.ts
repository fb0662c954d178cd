/**
 * Takes due jobs from the queue and performs them, a few at a time. One loop claims, renews leases and fires schedules:
 * woken at once by this replica's own commits, and otherwise looking every second or two.
 */
import type { Clock, Database, Log } from '../../kernel/context.ts';
import type { Job } from '../../kernel/module.ts';
import type { JobRequest } from '../../kernel/ports.ts';
import { afterCommit } from '../db/database.ts';
import { ATTEMPTS_MAX, type ClaimedJob, type DeadLetter, type Queue } from './queue.ts';
import type { Schedules } from './schedules.ts';

const POLL_MS = 1000;
/** When the last look found nothing: half the wake-ups on a machine that runs from a battery. */
const POLL_IDLE_MS = 2000;
const MAINTAIN_MS = 15_000;
const DEAD_LETTERS_MAX = 200;

/** What a run is told about itself. */
export interface JobRun {
  readonly id: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborts when the program stops before the job is done; the job runs again later. */
  readonly signal: AbortSignal;
}

export interface JobRunnerOptions {
  readonly queue: Queue;
  readonly schedules: Schedules;
  readonly jobs: ReadonlyMap<string, Job>;
  /** Runs one job with a context of its own; `input` is parsed. */
  perform(job: Job, input: unknown, run: JobRun): Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  /** Jobs side by side. */
  readonly atOnce: number;
  readonly leaseMs: number;
}

interface Running {
  readonly job: ClaimedJob;
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

export class JobRunner {
  readonly #options: JobRunnerOptions;
  readonly #running = new Map<string, Running>();
  #stopping = new AbortController();
  #wake = new AbortController();
  #loop: Promise<void> | null = null;
  #isDown = false;
  #maintainAt = 0;
  #renewAt = 0;

  constructor(options: JobRunnerOptions) {
    this.#options = options;
  }

  /** Prepares the queue and the schedules. Before anything else. */
  async open(): Promise<void> {
    await this.#options.queue.open();
    await this.#options.schedules.open();
  }

  /** Adds a job in the transaction of `db`; it starts as soon as that commits and a place is free. */
  async enqueue(db: Database, request: JobRequest): Promise<void> {
    const { queue, jobs } = this.#options;
    const job = jobs.get(request.name);
    if (!job) throw new Error(`No module lists a job called ${request.name}.`);
    await queue.enqueue(db, request, job.attemptsMax ?? ATTEMPTS_MAX);
    afterCommit(db, () => this.wake());
  }

  /** Looks for work now. */
  wake(): void {
    this.#wake.abort();
  }

  deadLetters(limit: number = DEAD_LETTERS_MAX): Promise<DeadLetter[]> {
    return this.#options.queue.deadLetters(limit);
  }

  async retry(id: string): Promise<void> {
    await this.#options.queue.retry(id);
    this.wake();
  }

  start(): void {
    this.#loop ??= this.#run(this.#stopping.signal);
  }

  /** Takes nothing new, waits up to `graceMs` for what runs, and gives the rest back. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping.abort();
    this.wake();
    await this.#loop;
    const patience = new AbortController();
    const finished = Promise.allSettled([...this.#running.values()].map(({ done }) => done));
    await Promise.race([finished, this.#options.clock.sleep(graceMs, patience.signal)]);
    patience.abort();
    await this.#giveBack([...this.#running.values()]);
    await this.#options.queue.close();
  }

  async #giveBack(cut: readonly Running[]): Promise<void> {
    const { queue, log } = this.#options;
    for (const { abort } of cut) abort.abort();
    try {
      await queue.release(cut.map(({ job }) => job));
    } catch (cause) {
      log.warn('running jobs were not given back; they are taken again when their lease ends', { cause });
    }
  }

  /** Performs all that is due now, and what that leads to; instead of `start`, for one-shot commands and tests. */
  async runDue(): Promise<void> {
    for (;;) {
      const taken = await this.#tick();
      const running = [...this.#running.values()].map(({ done }) => done);
      if (running.length > 0) await Promise.race(running);
      else if (taken === 0) return;
    }
  }

  async #run(stopping: AbortSignal): Promise<void> {
    const { clock, log } = this.#options;
    while (!stopping.aborted) {
      this.#wake = new AbortController();
      let taken = 0;
      try {
        taken = await this.#tick();
        this.#isDown = false;
      } catch (cause) {
        if (!this.#isDown) log.error('jobs wait: the queue cannot be read', { cause });
        this.#isDown = true;
      }
      if (!stopping.aborted) await clock.sleep(taken > 0 ? POLL_MS : POLL_IDLE_MS, this.#wake.signal);
    }
  }

  /** One look: leases, schedules, then as many jobs as there are free places. Returns how many were taken. */
  async #tick(): Promise<number> {
    const { queue, schedules, clock, atOnce, leaseMs } = this.#options;
    const now = clock.now();
    if (now >= this.#renewAt && this.#running.size > 0) {
      this.#renewAt = now + leaseMs / 3;
      await queue.renew([...this.#running.values()].map(({ job }) => job));
    }
    if (now >= this.#maintainAt) {
      this.#maintainAt = now + MAINTAIN_MS;
      await queue.maintain();
    }
    await schedules.fireDue();
    const free = atOnce - this.#running.size;
    if (free === 0) return 0;
    const claimed = await queue.claim(free);
    for (const job of claimed) this.#begin(job);
    return claimed.length;
  }

  #begin(job: ClaimedJob): void {
    const abort = new AbortController();
    const done = this.#perform(job, abort.signal).finally(() => {
      this.#running.delete(job.id);
      this.wake();
    });
    this.#running.set(job.id, { job, abort, done });
  }

  async #perform(job: ClaimedJob, signal: AbortSignal): Promise<void> {
    const { queue, jobs, perform, log } = this.#options;
    try {
      const definition = jobs.get(job.name);
      if (!definition) throw new Error(`This Nima has no job called ${job.name}.`);
      const input = definition.input.parse(job.input);
      await perform(definition, input, { id: job.id, attempt: job.attempt, signal });
      if (!signal.aborted) await queue.complete(job);
    } catch (cause) {
      if (signal.aborted) return;
      log.warn('a job failed', { job: job.name, id: job.id, attempt: job.attempt, of: job.attemptsMax, cause });
      const text = cause instanceof Error ? cause.message : String(cause);
      // When even this cannot be written, the lease ends and the job is taken again.
      await queue
        .fail(job, text)
        .catch((lost) => log.error('a job failure was not recorded', { id: job.id, cause: lost }));
    }
  }
}
