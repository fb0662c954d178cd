/** Has the clock looked at again at the very time a schedule comes that comes once: “in 20 seconds” does not wait for the minute. */
import type { Context } from '../../kernel/context.ts';
import { tickSchedules } from './jobs/tick.ts';
import type { ScheduleRow } from './store.ts';

export async function tickAt({ jobs }: Context, { trigger_kind, next_at }: ScheduleRow): Promise<void> {
  if (trigger_kind !== 'once' || next_at === null) return;
  await jobs.enqueue({ name: tickSchedules.name, input: {}, runAt: next_at, key: `schedules.tick:${next_at}` });
}
