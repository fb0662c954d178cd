/** Pauses a schedule: nothing of it runs, and nothing counts as missed, until it is resumed. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { changeSchedule } from './change.ts';
import { scheduleErrors, scheduleSchema } from './schedule.ts';

export const pauseSchedule = defineOperation({
  name: 'schedules.pause',
  summary: 'Pause a schedule',
  input: z.object({ id: z.uuid() }),
  output: scheduleSchema,
  errors: {
    ...scheduleErrors,
    schedule_not_active: {
      kind: 'conflict',
      text: ({ state }: { state: string }) => `This schedule is ${state} already.`,
    },
  },
  permission: 'schedules:write',
  effect: 'write',
  undo: 'schedules.resume',
  examples: [
    {
      say: 'pause the Monday reminder',
      input: { id: '00000000-0000-4000-8000-00000000c1e1' },
      refers: { id: 'the Monday reminder' },
    },
    {
      say: 'pause the backup check',
      input: { id: '00000000-0000-4000-8000-00000000c1e2' },
      refers: { id: 'the backup check' },
    },
    {
      say: 'suspend the weekly report reminder',
      input: { id: '00000000-0000-4000-8000-00000000c1e2' },
      refers: { id: 'the weekly report reminder' },
    },
  ],
  preview: async () => 'Pause a schedule.',
  run: (ctx, { id }, fail) =>
    changeSchedule(ctx, id, {
      fail,
      event: 'schedules.paused',
      decide(_tx, row) {
        if (row.removed_at !== null) throw fail.schedule_unknown({});
        if (row.state !== 'active') throw fail.schedule_not_active({ state: row.state });
        return { state: 'paused', next_at: null };
      },
    }),
});
