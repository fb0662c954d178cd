import { sql } from 'kysely';
import { describe } from 'vitest';
import { FakeClock, toMs } from '../../../test/support/clock.ts';
import { aDatabase, PLATFORM_SOURCES } from '../../../test/support/database.ts';
import { whyNoPostgres } from '../../../test/support/postgres.ts';
import { type SqlDatabase, sqlOf } from '../db/database.ts';
import { describeJobs } from './jobs.contract.ts';

/** pg-boss reads PostgreSQL's own clock: an hour passes for it by making everything it holds an hour older. */
async function age(db: SqlDatabase, ms: number): Promise<void> {
  const by = sql`${ms} * interval '1 millisecond'`;
  await sql`update pgboss.job set start_after = start_after - ${by}, created_on = created_on - ${by},
    started_on = started_on - ${by}, heartbeat_on = heartbeat_on - ${by}, completed_on = completed_on - ${by},
    keep_until = keep_until - ${by}`.execute(sqlOf(db));
  await sql`update pgboss.queue set monitor_claim_on = monitor_claim_on - ${by}, maintain_on = maintain_on - ${by}`.execute(
    sqlOf(db),
  );
}

const reason = whyNoPostgres();

describe.skipIf(reason)(`pg-boss on PostgreSQL${reason ? ` (skipped: ${reason})` : ''}`, () => {
  describeJobs(async () => {
    const clock = new FakeClock(Date.now());
    const db = await aDatabase(PLATFORM_SOURCES, 'postgres');
    return {
      db,
      clock,
      advance: async (duration) => {
        await age(db, toMs(duration));
        await clock.advance(duration);
      },
    };
  });
});
