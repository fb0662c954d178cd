/** Fires a schedule that is due: moves it on, writes down its runs, and queues them, in one transaction. */

import { raiseAlert } from '../../../core/alerts/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { insertRun } from '../runs/store.ts';
import { moveOn, type ScheduleRow } from '../store.ts';
import { sayTime } from '../trigger/say-when.ts';
import { planSlots, type Slots } from './plan-slots.ts';

interface NewPlan {
  readonly slot: string;
  readonly plannedAt: number;
  readonly reason: 'time' | 'catch_up' | 'event' | 'hand';
}

/** Writes a run down and queues it; null when this slot has one already. */
export async function planRun(ctx: Context, { id }: { id: string }, plan: NewPlan): Promise<string | null> {
  const { owner, db, newId, jobs } = ctx;
  const runId = newId();
  const { slot, plannedAt, reason } = plan;
  const run = { id: runId, schedule_id: id, slot, planned_at: plannedAt, reason, state: 'waiting' } as const;
  if (!(await insertRun(owner, db, run))) return null;
  await jobs.enqueue({ name: 'schedules.perform', input: { owner, id: runId }, key: `schedules.perform:${runId}` });
  return runId;
}

async function noteMissed(ctx: Context, row: ScheduleRow, missed: NonNullable<Slots['missed']>): Promise<void> {
  const { owner, db, newId } = ctx;
  const { from, to, count } = missed;
  const [first, last] = [sayTime(from, row.time_zone), sayTime(to, row.time_zone)];
  const outcome =
    count === 1
      ? `Missed on ${first}: Nima was not running.`
      : `${count} runs missed from ${first} to ${last}: Nima was not running.`;
  await insertRun(owner, db, {
    id: newId(),
    schedule_id: row.id,
    slot: `missed:${from}`,
    planned_at: to,
    reason: 'time',
    state: 'missed',
    outcome,
  });
  await raiseAlert(ctx, {
    kind: 'nudge',
    rule: 'schedules.missed',
    subject: row.title,
    severity: 'info',
    text: `“${row.title}”: ${outcome}`,
    because: 'A schedule of yours could not run when it was due, and you want nudges.',
    stop: 'Mute the rule schedules.missed, or turn nudges off.',
    link: `/schedules/${row.id}`,
    key: `schedules.missed:${row.id}:${from}`,
  });
}

function slotsOf({ calendar, clock }: Context, row: ScheduleRow): Slots {
  const seen = row.next_at ?? clock.now();
  const { cron, time_zone } = row;
  return planSlots({
    seen,
    now: clock.now(),
    catchUp: row.catch_up,
    nextAfter: (after) => (cron === null ? null : calendar.nextDue(cron, time_zone, after)),
  });
}

/** Nothing happens when another replica was first. `ctx` acts for the owner of the schedule. */
export async function fireSchedule(ctx: Context, row: ScheduleRow): Promise<void> {
  const { runs, missed, next } = slotsOf(ctx, row);
  await ctx.transaction(async (tx) => {
    const { owner, db } = tx;
    const state = next === null ? 'ended' : 'active';
    if (!(await moveOn(owner, db, { id: row.id, seen: row.next_at ?? 0, next, state }))) return;
    if (missed) await noteMissed(tx, row, missed);
    for (const { at, isLate } of runs) {
      await planRun(tx, row, { slot: String(at), plannedAt: at, reason: isLate ? 'catch_up' : 'time' });
    }
  });
}
