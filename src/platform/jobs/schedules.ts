/**
 * Schedules: which job is due when. Each row holds its next due time; the replica that moves it forward fires, in one
 * transaction with the job, so a due time fires once however many replicas look. What was missed fires once.
 */
import type { Clock, Database } from '../../kernel/context.ts';
import type { JobRequest } from '../../kernel/ports.ts';
import { inTransaction, sqlOf } from '../db/database.ts';
import { nextDue } from './calendar.ts';

export interface Schedule {
  /** The job's name. */
  readonly name: string;
  readonly cron: string;
  /** IANA time zone; UTC unless said. */
  readonly zone?: string;
}

interface Tables {
  job_schedules: { name: string; cron: string; zone: string; next_at: number };
}

export interface SchedulesOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly schedules: readonly Schedule[];
  enqueue(db: Database, request: JobRequest): Promise<void>;
}

export class Schedules {
  readonly #options: SchedulesOptions;
  #earliestAt = 0;

  constructor(options: SchedulesOptions) {
    this.#options = options;
  }

  /** Writes down what is new or changed and forgets what is gone. An unchanged schedule keeps its due time. */
  async open(): Promise<void> {
    const { db, clock, schedules } = this.#options;
    await inTransaction(db, async (tx) => {
      const table = sqlOf<Tables>(tx);
      const rows = await table.selectFrom('job_schedules').selectAll().execute();
      for (const { name, cron, zone = 'UTC' } of schedules) {
        if (rows.some((row) => row.name === name && row.cron === cron && row.zone === zone)) continue;
        const next_at = nextDue(cron, zone, clock.now());
        if (next_at === null) continue;
        await table
          .insertInto('job_schedules')
          .values({ name, cron, zone, next_at })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ cron, zone, next_at }))
          .execute();
      }
      const names = schedules.map(({ name }) => name);
      const gone = rows.filter((row) => !names.includes(row.name));
      for (const { name } of gone) await table.deleteFrom('job_schedules').where('name', '=', name).execute();
    });
  }

  /** Queues every job whose time has come. Looks at the table only when something is due. */
  async fireDue(): Promise<void> {
    const { db, clock } = this.#options;
    const now = clock.now();
    if (now < this.#earliestAt) return;
    const rows = await sqlOf<Tables>(db).selectFrom('job_schedules').selectAll().execute();
    for (const row of rows) if (row.next_at <= now) await this.#fire(row, now);
    const upcoming = rows.map((row) =>
      row.next_at > now ? row.next_at : (nextDue(row.cron, row.zone, now) ?? Infinity),
    );
    this.#earliestAt = Math.min(Infinity, ...upcoming);
  }

  async #fire(row: Tables['job_schedules'], now: number): Promise<void> {
    const next = nextDue(row.cron, row.zone, now);
    await inTransaction(this.#options.db, async (tx) => {
      const table = sqlOf<Tables>(tx);
      const isMine = table.updateTable('job_schedules').set({ next_at: next ?? Number.MAX_SAFE_INTEGER });
      const { numUpdatedRows } = await isMine
        .where('name', '=', row.name)
        .where('next_at', '=', row.next_at)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return;
      // The key keeps a slow run from piling up behind itself.
      await this.#options.enqueue(tx, { name: row.name, input: {}, key: `schedule:${row.name}` });
    });
  }
}
