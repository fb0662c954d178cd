/** Puts time forward for a whole Nima: its clock, and the times of its queue where the database keeps them by its own clock. */
import { sql } from 'kysely';
import type { Nima } from '../../src/app/assemble.ts';
import { type Duration, type ForwardClock, toMs } from './clock.ts';

export async function putForward({ db }: Pick<Nima, 'db'>, clock: ForwardClock, duration: Duration): Promise<void> {
  clock.putForward(duration);
  if (db.dialect === 'sqlite') return;
  const seconds = toMs(duration) / 1000;
  await sql`update pgboss.job set start_after = start_after - make_interval(secs => ${seconds})`.execute(db.kysely);
}
