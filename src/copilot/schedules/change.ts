/** What pausing, resuming, removing and restoring share: one schedule, taken until the commit, and what changes of it. */
import type { Context } from '../../kernel/context.ts';
import type { Fail } from '../../kernel/errors.ts';
import type { Schedule, scheduleErrors } from './schedule.ts';
import { lockSchedule, type ScheduleRow, scheduleOf, updateSchedule } from './store.ts';
import { tickAt } from './tick-at.ts';

/** When it is due next if it is active from now on; `ended` when its only time has passed. */
export function awake({ calendar, clock }: Context, row: ScheduleRow): Pick<ScheduleRow, 'state' | 'next_at'> {
  const { cron, at, time_zone } = row;
  if (cron !== null) return { state: 'active', next_at: calendar.nextDue(cron, time_zone, clock.now()) };
  if (at === null) return { state: 'active', next_at: null };
  return at > clock.now() ? { state: 'active', next_at: at } : { state: 'ended', next_at: null };
}

export function changeSchedule(
  ctx: Context,
  id: string,
  about: {
    readonly fail: Fail<typeof scheduleErrors>;
    readonly event: string;
    /** Throws when it makes no sense. */
    readonly decide: (tx: Context, row: ScheduleRow) => Partial<ScheduleRow>;
  },
): Promise<Schedule> {
  return ctx.transaction(async (tx) => {
    const { owner, db, events, clock } = tx;
    const row = await lockSchedule(owner, db, id);
    if (!row) throw about.fail.schedule_unknown({});
    const change = { ...about.decide(tx, row), updated_at: clock.now() };
    await updateSchedule(owner, db, { id, ...change });
    await tickAt(tx, { ...row, ...change });
    await events.emit(about.event, { owner, id });
    return scheduleOf({ ...row, ...change });
  });
}
