/** Runs a schedule now, whatever its time. Its plan stays as it is. */
import { z } from 'zod';
import { everythingIsStopped, isHalted } from '../../core/approvals/index.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { effectOfRow } from './action/read-action.ts';
import { planRun } from './firing/fire.ts';
import { runSchema } from './runs/run.ts';
import { findRun } from './runs/store.ts';
import { scheduleErrors } from './schedule.ts';
import { findSchedule, scheduleOf } from './store.ts';

export const runSchedule = defineOperation({
  name: 'schedules.run',
  summary: 'Run a schedule now',
  input: z.object({ id: z.uuid() }),
  output: runSchema,
  errors: scheduleErrors,
  permission: 'schedules:write',
  effect: 'spend',
  async effectOf(ctx, { id }) {
    const row = await findSchedule(ctx.owner, ctx.db, id);
    return row ? effectOfRow(ctx, row) : 'write';
  },
  examples: [
    {
      say: 'run the backup check now',
      input: { id: '00000000-0000-4000-8000-00000000c1e2' },
      refers: { id: 'the backup check' },
    },
    {
      say: 'run the schedule backup check',
      input: { id: '00000000-0000-4000-8000-00000000c1e2' },
      refers: { id: 'backup check' },
    },
    {
      say: 'do the Monday review right now',
      input: { id: '00000000-0000-4000-8000-00000000c1e1' },
      refers: { id: 'the Monday review' },
    },
  ],
  async preview({ owner, db }, { id }) {
    const row = await findSchedule(owner, db, id);
    return row ? `Run now: ${scheduleOf(row).title}.` : 'Run a schedule that does not exist.';
  },
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock, newId } = tx;
      const row = await findSchedule(owner, db, id);
      if (!row || row.removed_at !== null) throw fail.schedule_unknown({});
      if (await isHalted(tx)) throw everythingIsStopped();
      const slot = `hand:${newId()}`;
      const runId = await planRun(tx, row, { slot, plannedAt: clock.now(), reason: 'hand' });
      const run = await findRun(owner, db, runId ?? '');
      if (!run) throw fail.schedule_unknown({});
      return run;
    }),
});
