/** What is scheduled: newest first. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { STATES, scheduleErrors, scheduleSchema } from './schedule.ts';
import { findSchedule, listScheduleRows, scheduleOf } from './store.ts';

export const listSchedules = defineOperation({
  name: 'schedules.list',
  summary: 'List what is scheduled',
  input: z.object({
    state: z.enum(STATES).optional(),
    removed: z.stringbool().or(z.boolean()).default(false).describe('What was removed and can still be restored'),
    limit: z.int().min(1).max(500).default(100),
    before: z.uuid().optional().describe('The last schedule of the page before'),
  }),
  output: z.object({ schedules: z.array(scheduleSchema) }),
  errors: scheduleErrors,
  permission: 'schedules:read',
  effect: 'read',
  examples: [
    { say: 'what is scheduled?', input: {} },
    { say: 'list my schedules', input: {} },
    { say: 'show my reminders', input: {} },
    { say: 'what reminders do I have', input: {} },
    { say: 'which schedules are paused', input: { state: 'paused' } },
    { say: 'list ended schedules', input: { state: 'ended' } },
  ],
  async run({ owner, db }, { state, removed: isRemoved, limit, before }, fail) {
    const last = before ? await findSchedule(owner, db, before) : undefined;
    if (last === null) throw fail.schedule_unknown({});
    const rows = await listScheduleRows(owner, db, { state, isRemoved, limit, before: last });
    return { schedules: rows.map(scheduleOf) };
  },
});
