/** One schedule with its next times. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { nextTimes, nextTimesSchema } from './next-times.ts';
import { scheduleErrors, scheduleSchema } from './schedule.ts';
import { findSchedule, scheduleOf } from './store.ts';

const TIMES = 5;

export const getSchedule = defineOperation({
  name: 'schedules.get',
  summary: 'Show one schedule and its next times',
  input: z.object({ id: z.uuid() }),
  output: scheduleSchema.extend({ next_times: nextTimesSchema }),
  errors: scheduleErrors,
  permission: 'schedules:read',
  effect: 'read',
  examples: [
    {
      say: 'show the schedule for the Monday review',
      input: { id: '00000000-0000-4000-8000-00000000c1e1' },
      refers: { id: 'the Monday review' },
    },
    {
      say: 'when is the backup check due',
      input: { id: '00000000-0000-4000-8000-00000000c1e2' },
      refers: { id: 'the backup check' },
    },
    {
      say: 'when is the Monday review',
      input: { id: '00000000-0000-4000-8000-00000000c1e1' },
      refers: { id: 'the Monday review' },
    },
  ],
  async run(ctx, { id }, fail) {
    const row = await findSchedule(ctx.owner, ctx.db, id);
    if (!row) throw fail.schedule_unknown({});
    return { ...scheduleOf(row), next_times: nextTimes(ctx, row, TIMES) };
  },
});
