/** Removes a schedule. `schedules.restore` brings it back for 30 days. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { changeSchedule } from './change.ts';
import { scheduleErrors, scheduleSchema } from './schedule.ts';
import { findSchedule, scheduleOf } from './store.ts';

export const removeSchedule = defineOperation({
  name: 'schedules.remove',
  summary: 'Remove a schedule',
  input: z.object({ id: z.uuid() }),
  output: scheduleSchema,
  errors: scheduleErrors,
  permission: 'schedules:write',
  effect: 'destroy',
  undo: 'schedules.restore',
  examples: [
    {
      say: 'remove the Monday reminder',
      input: { id: '00000000-0000-4000-8000-00000000c1e1' },
      refers: { id: 'the Monday reminder' },
    },
    {
      say: 'stop reminding me to review the cluster',
      input: { id: '00000000-0000-4000-8000-00000000c1e1' },
      refers: { id: 'review the cluster' },
    },
    {
      say: 'delete the schedule for the backup check',
      input: { id: '00000000-0000-4000-8000-00000000c1e2' },
      refers: { id: 'the backup check' },
    },
    {
      say: 'cancel the Monday reminder',
      input: { id: '00000000-0000-4000-8000-00000000c1e1' },
      refers: { id: 'the Monday reminder' },
    },
    {
      say: "I don't need the Monday reminder any more",
      input: { id: '00000000-0000-4000-8000-00000000c1e1' },
      refers: { id: 'the Monday reminder' },
    },
  ],
  async preview({ owner, db }, { id }) {
    const row = await findSchedule(owner, db, id);
    return row ? `Remove the schedule: ${scheduleOf(row).text}` : 'Remove a schedule that does not exist.';
  },
  run: (ctx, { id }, fail) =>
    changeSchedule(ctx, id, {
      fail,
      event: 'schedules.removed',
      decide(tx, row) {
        if (row.removed_at !== null) throw fail.schedule_unknown({});
        return { removed_at: tx.clock.now(), next_at: null };
      },
    }),
});
