/** Brings a removed schedule back; one that was paused comes back paused. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { awake, changeSchedule } from './change.ts';
import { scheduleErrors, scheduleSchema } from './schedule.ts';

export const restoreSchedule = defineOperation({
  name: 'schedules.restore',
  summary: 'Bring back a removed schedule',
  input: z.object({ id: z.uuid() }),
  output: scheduleSchema,
  errors: {
    ...scheduleErrors,
    schedule_not_removed: { kind: 'conflict', text: () => 'This schedule is not removed.' },
  },
  permission: 'schedules:write',
  effect: 'write',
  undo: 'schedules.remove',
  examples: [
    {
      say: 'restore the reminder about the plants',
      input: { id: '00000000-0000-4000-8000-00000000c1e4' },
      refers: { id: 'the plants' },
    },
    {
      say: 'bring back the schedule about the plants',
      input: { id: '00000000-0000-4000-8000-00000000c1e4' },
      refers: { id: 'the plants' },
    },
  ],
  preview: async () => 'Bring back a removed schedule.',
  run: (ctx, { id }, fail) =>
    changeSchedule(ctx, id, {
      fail,
      event: 'schedules.restored',
      decide(tx, row) {
        if (row.removed_at === null) throw fail.schedule_not_removed({});
        return { removed_at: null, ...(row.state === 'active' ? awake(tx, row) : {}) };
      },
    }),
});
