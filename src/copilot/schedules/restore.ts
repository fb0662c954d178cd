/** Takes back the last thing done to a schedule: brings a removed one back, or what it was before it was changed. */
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { awake, changeSchedule } from './change.ts';
import { scheduleErrors, scheduleSchema } from './schedule.ts';
import type { ScheduleRow } from './store.ts';

/** What a person decides about a schedule; where it stands is its own. */
const DECIDED = [
  'title',
  'trigger_kind',
  'said',
  'cron',
  'at',
  'time_zone',
  'event',
  'filter',
  'action_kind',
  'operation',
  'input',
  'words',
  'consent',
  'consent_hash',
  'permissions',
  'catch_up',
] as const satisfies readonly (keyof ScheduleRow)[];

/** The row before the last update; what is now becomes what can be taken back. */
function exchanged(tx: Context, row: ScheduleRow, before: ScheduleRow): Partial<ScheduleRow> {
  const decided = Object.fromEntries(DECIDED.map((field) => [field, before[field]])) as Partial<ScheduleRow>;
  const after = { ...row, ...decided };
  const timing = row.state === 'paused' ? {} : awake(tx, after);
  return { ...decided, ...timing, previous: JSON.stringify({ ...row, previous: null }) };
}

export const restoreSchedule = defineOperation({
  name: 'schedules.restore',
  summary: 'Take back the last change of a schedule, or its removal',
  input: z.object({ id: z.uuid() }),
  output: scheduleSchema,
  errors: {
    ...scheduleErrors,
    schedule_unchanged: {
      kind: 'conflict',
      text: () => 'This schedule was never changed, so there is nothing to take back.',
    },
  },
  permission: 'schedules:write',
  effect: 'write',
  undo: 'schedules.restore',
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
  preview: async () => 'Take back the last change of a schedule.',
  run: (ctx, { id }, fail) =>
    changeSchedule(ctx, id, {
      fail,
      event: 'schedules.restored',
      decide(tx, row) {
        if (row.removed_at === null && row.previous === null) throw fail.schedule_unchanged({});
        const isBack = row.removed_at !== null;
        const change = isBack
          ? { removed_at: null, ...(row.state === 'active' ? awake(tx, row) : {}) }
          : exchanged(tx, row, JSON.parse(row.previous ?? '{}') as ScheduleRow);
        // The owner may have put an end to it for a reason: what an agent brings back asks at each run where it must.
        return tx.actor.kind === 'person' ? change : { ...change, consent: 'agent' };
      },
    }),
});
