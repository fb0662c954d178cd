/** Makes a schedule. A person who makes one agrees to exactly what it will do; an agent has to ask where it would have to. */
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { consentTo } from './action/consent.ts';
import { actionErrors, effectOfWish, neededAction, readAction, titleOf } from './action/read-action.ts';
import { createExamples } from './create-examples.ts';
import { type Schedule, scheduleSchema, wishShape } from './schedule.ts';
import { countSchedules, insertSchedule, type ScheduleRow, scheduleOf } from './store.ts';
import { tickAt } from './tick-at.ts';
import { readTrigger, triggerErrors } from './trigger/read-trigger.ts';
import { sayTrigger } from './trigger/say-when.ts';

/** Each is looked at every minute when due; a person keeps a few dozen. */
const SCHEDULES_MAX = 500;

const inputSchema = z.object(wishShape);
type Wish = z.output<typeof inputSchema>;

async function rowOf(ctx: Context, wish: Wish): Promise<ScheduleRow> {
  const action = neededAction(readAction(ctx, wish));
  const { filter, ...trigger } = await readTrigger(ctx, wish);
  const now = ctx.clock.now();
  return {
    ...trigger,
    ...action,
    ...(await consentTo(ctx, action)),
    id: ctx.newId(),
    owner: ctx.owner,
    title: wish.title ?? titleOf(ctx, action),
    filter: filter === null ? null : JSON.stringify(filter),
    input: JSON.stringify(action.input),
    catch_up: wish.catch_up ?? 'once',
    state: 'active',
    conversation_id: null,
    previous: null,
    created_at: now,
    updated_at: now,
    removed_at: null,
  };
}

async function previewOf(ctx: Context, wish: Wish): Promise<string> {
  const action = readAction(ctx, wish);
  const trigger = await readTrigger(ctx, wish);
  const input = action?.action_kind === 'operation' ? ` with ${JSON.stringify(action.input)}` : '';
  return action ? `${titleOf(ctx, action)}${input}. ${sayTrigger(trigger)}.` : 'A schedule that does nothing.';
}

export const createSchedule = defineOperation({
  name: 'schedules.create',
  summary: 'Have Nima remind you, answer or do something at a time',
  input: inputSchema,
  output: scheduleSchema,
  errors: {
    ...actionErrors,
    ...triggerErrors,
    schedules_full: {
      kind: 'limit',
      text: () => `You have ${SCHEDULES_MAX} schedules already. Remove some that you no longer need.`,
    },
  },
  permission: 'schedules:write',
  effect: 'spend',
  effectOf: effectOfWish,
  undo: 'schedules.remove',
  examples: createExamples,
  preview: previewOf,
  async run(ctx, wish, fail): Promise<Schedule> {
    const row = await rowOf(ctx, wish);
    await ctx.transaction(async (tx) => {
      const { owner, db, events } = tx;
      if ((await countSchedules(owner, db)) >= SCHEDULES_MAX) throw fail.schedules_full({});
      await insertSchedule(owner, db, row);
      await tickAt(tx, row);
      await events.emit('schedules.created', { owner, id: row.id });
    });
    return scheduleOf(row);
  },
});
