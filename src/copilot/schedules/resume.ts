/** Resumes a paused schedule at its next time. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { effectOfRow } from './action/read-action.ts';
import { awake, changeSchedule } from './change.ts';
import { scheduleErrors, scheduleSchema } from './schedule.ts';
import { findSchedule } from './store.ts';

export const resumeSchedule = defineOperation({
  name: 'schedules.resume',
  summary: 'Resume a paused schedule',
  input: z.object({ id: z.uuid() }),
  output: scheduleSchema,
  errors: {
    ...scheduleErrors,
    schedule_not_paused: {
      kind: 'conflict',
      text: ({ state }: { state: string }) => `This schedule is ${state}; there is nothing to resume.`,
    },
  },
  permission: 'schedules:write',
  effect: 'spend',
  // The owner may have paused it for a reason.
  async effectOf(ctx, { id }) {
    const row = await findSchedule(ctx.owner, ctx.db, id);
    return row ? effectOfRow(ctx, row) : 'write';
  },
  undo: 'schedules.pause',
  examples: [
    {
      say: 'resume the water reminder',
      input: { id: '00000000-0000-4000-8000-00000000c1e3' },
      refers: { id: 'the water reminder' },
    },
    {
      say: 'continue the schedule drink water',
      input: { id: '00000000-0000-4000-8000-00000000c1e3' },
      refers: { id: 'drink water' },
    },
    {
      say: 'let the water reminder run again',
      input: { id: '00000000-0000-4000-8000-00000000c1e3' },
      refers: { id: 'the water reminder' },
    },
  ],
  preview: async () => 'Resume a schedule.',
  run: (ctx, { id }, fail) =>
    changeSchedule(ctx, id, {
      fail,
      event: 'schedules.resumed',
      decide(tx, row) {
        if (row.removed_at !== null) throw fail.schedule_unknown({});
        if (row.state !== 'paused') throw fail.schedule_not_paused({ state: row.state });
        return awake(tx, row);
      },
    }),
});
