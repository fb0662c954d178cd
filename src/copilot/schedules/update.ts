/** Changes a schedule. A new action needs consent like a new schedule; a new time keeps the consent there is. */
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { defineOperation, type Effect } from '../../kernel/operation.ts';
import { consentTo } from './action/consent.ts';
import { actionErrors, effectOfRow, effectOfWish, readAction } from './action/read-action.ts';
import { scheduleErrors, scheduleSchema, wishShape } from './schedule.ts';
import { findSchedule, lockSchedule, type ScheduleRow, updateSchedule as saveSchedule, scheduleOf } from './store.ts';
import { tickAt } from './tick-at.ts';
import { readTrigger, triggerErrors } from './trigger/read-trigger.ts';

const changeSchema = z.object(wishShape);
type Change = z.output<typeof changeSchema>;

async function triggerChange(ctx: Context, before: ScheduleRow, change: Change): Promise<Partial<ScheduleRow>> {
  const { when, on, time_zone, filter } = change;
  if ([when, on, time_zone, filter].every((each) => each === undefined)) return {};
  const kept =
    when === undefined && on === undefined ? { when: before.said ?? undefined, on: before.event ?? undefined } : {};
  const wish = { ...kept, ...change, time_zone: time_zone ?? before.time_zone };
  const { filter: wanted, ...trigger } = await readTrigger(ctx, wish);
  const isPaused = before.state === 'paused';
  return {
    ...trigger,
    filter: wanted === null ? null : JSON.stringify(wanted),
    next_at: isPaused ? null : trigger.next_at,
    state: isPaused ? 'paused' : 'active',
  };
}

async function actionChange(ctx: Context, change: Change): Promise<Partial<ScheduleRow>> {
  const action = readAction(ctx, change);
  return action ? { ...action, ...(await consentTo(ctx, action)), input: JSON.stringify(action.input) } : {};
}

/** Another time for a consented action needs the same consent: every minute is not once a year. */
async function effectOfChange(ctx: Context, { id, ...change }: Change & { id: string }): Promise<Effect> {
  const isNewAction = [change.remind, change.ask, change.operation].some((each) => each !== undefined);
  if (isNewAction) return effectOfWish(ctx, change);
  const row = await findSchedule(ctx.owner, ctx.db, id);
  return row ? effectOfRow(ctx, row) : 'write';
}

export const updateSchedule = defineOperation({
  name: 'schedules.update',
  summary: 'Change a schedule',
  input: changeSchema.extend({ id: z.uuid() }),
  output: scheduleSchema,
  errors: { ...scheduleErrors, ...actionErrors, ...triggerErrors },
  permission: 'schedules:write',
  effect: 'spend',
  effectOf: effectOfChange,
  undo: 'schedules.restore',
  examples: [
    {
      say: 'move the Monday review to every Tuesday at 10',
      input: { id: '00000000-0000-4000-8000-00000000c1e1', when: 'every Tuesday at 10' },
      refers: { id: 'the Monday review' },
    },
    {
      say: 'change the time of the backup check to daily at 6',
      input: { id: '00000000-0000-4000-8000-00000000c1e2', when: 'daily at 6' },
      refers: { id: 'the backup check' },
    },
    {
      say: 'reschedule the Monday review to every Tuesday at 10',
      input: { id: '00000000-0000-4000-8000-00000000c1e1', when: 'every Tuesday at 10' },
      refers: { id: 'the Monday review' },
    },
  ],
  preview: async (_ctx, { id: _, ...change }) =>
    `Change a schedule: ${Object.entries(change)
      .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join(', ')}.`,
  run: (ctx, { id, ...change }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock } = tx;
      const before = await lockSchedule(owner, db, id);
      if (!before || before.removed_at !== null) throw fail.schedule_unknown({});
      const { title, catch_up } = change;
      const changed: Partial<ScheduleRow> = {
        ...(title === undefined ? {} : { title }),
        ...(catch_up === undefined ? {} : { catch_up }),
        ...(await triggerChange(tx, before, change)),
        ...(await actionChange(tx, change)),
        previous: JSON.stringify({ ...before, previous: null }),
        updated_at: clock.now(),
      };
      await saveSchedule(owner, db, { id, ...changed });
      const after = { ...before, ...changed };
      await tickAt(tx, after);
      return scheduleOf(after);
    }),
});
