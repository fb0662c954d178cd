/** Performs one run and writes down what came of it. A failure is told once until a run goes well again. */
import { z } from 'zod';
import { raiseAlert, resolveAlert } from '../../../core/alerts/index.ts';
import { isHalted } from '../../../core/approvals/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { asFailure } from '../../../kernel/errors.ts';
import { defineJob } from '../../../kernel/module.ts';
import { isRepeatable, type Outcome, perform, stopOf } from '../firing/perform.ts';
import { findRunRow, type RunRow, updateRun } from '../runs/store.ts';
import { findSchedule, type ScheduleRow } from '../store.ts';

const CUT_OFF = 'Nima stopped while this ran. Look whether it was done; if not, run it again.';

async function tellFailure(ctx: Context, row: ScheduleRow, why: string): Promise<void> {
  await raiseAlert(ctx, {
    rule: 'schedules.failed',
    subject: row.title,
    severity: 'warning',
    text: `The schedule “${row.title}” failed: ${why}`,
    because: 'A schedule of yours failed. It is told once until a run goes well again.',
    stop: stopOf(row),
    link: `/schedules/${row.id}`,
    key: `schedules.failed:${row.id}`,
  });
}

async function end(
  ctx: Context,
  row: ScheduleRow,
  run: RunRow,
  outcome: Outcome | { state: 'missed'; outcome: string },
) {
  await ctx.transaction(async (tx) => {
    const { owner, db, clock, events } = tx;
    await updateRun(owner, db, { id: run.id, ...outcome, ended_at: clock.now() });
    if (outcome.state === 'failed') await tellFailure(tx, row, outcome.outcome ?? '');
    if (outcome.state === 'done') await resolveAlert(tx, `schedules.failed:${row.id}`);
    await events.emit('schedules.run.ended', { owner, id: run.id, schedule_id: row.id, state: outcome.state });
  });
}

export const performRun = defineJob({
  name: 'schedules.perform',
  input: z.object({ owner: z.string(), id: z.string() }),
  async run(ctx, { id }) {
    const { owner, db, clock } = ctx;
    const run = await findRunRow(owner, db, id);
    const row = run && (await findSchedule(owner, db, run.schedule_id));
    if (!run || !row || !/^(waiting|running|asks)$/.test(run.state)) return;
    if (row.removed_at !== null) return end(ctx, row, run, { state: 'missed', outcome: 'The schedule was removed.' });
    if (await isHalted(ctx)) return end(ctx, row, run, { state: 'missed', outcome: 'Everything was stopped.' });
    if (run.state === 'running' && !(await isRepeatable(ctx, row))) {
      return end(ctx, row, run, { state: 'failed', outcome: CUT_OFF });
    }
    await updateRun(owner, db, { id, state: 'running', started_at: clock.now() });
    const outcome = await perform(ctx, row, run).catch((thrown: unknown): Outcome => {
      // Cut off by the end of the program: the queue gives it to somebody again.
      if (ctx.signal.aborted) throw thrown;
      return { state: 'failed', outcome: asFailure(thrown).message };
    });
    await end(ctx, row, run, outcome);
  },
});
