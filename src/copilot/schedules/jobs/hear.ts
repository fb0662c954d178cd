/** Hears every event, and plans a run for each schedule of its owner that waits for it. */
import { z } from 'zod';
import { isHalted } from '../../../core/approvals/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { defineJob } from '../../../kernel/module.ts';
import { planRun } from '../firing/fire.ts';
import { countEventRuns } from '../runs/store.ts';
import { listListeners, lockSchedule, type ScheduleRow } from '../store.ts';

/** An event that comes more often is a stream: a schedule answers it now and then, and never by going in circles. */
const PER_HOUR_MAX = 12;
const HOUR_MS = 3_600_000;

/** True when the event says all that the filter asks for. */
function fits({ filter }: ScheduleRow, payload: Readonly<Record<string, unknown>>): boolean {
  const wanted = filter === null ? {} : (JSON.parse(filter) as Record<string, unknown>);
  return Object.entries(wanted).every(([name, value]) => String(payload[name]) === String(value));
}

/** One listener at a time, so that the runs of the hour are counted right. */
async function startOnce(tx: Context, id: string, slot: string): Promise<void> {
  const { owner, db, clock } = tx;
  const now = clock.now();
  const row = await lockSchedule(owner, db, id);
  if (!row || (await countEventRuns(owner, db, id, now - HOUR_MS)) >= PER_HOUR_MAX) return;
  await planRun(tx, row, { slot, plannedAt: now, reason: 'event' });
}

export const hearEvent = defineJob({
  name: 'schedules.hear',
  input: z.object({
    owner: z.string(),
    event: z.string(),
    id: z.string(),
    payload: z.record(z.string(), z.unknown()),
  }),
  async run(ctx, { event, id, payload }) {
    const { owner, db } = ctx;
    const listeners = owner === '' ? [] : await listListeners(owner, db, event);
    if (listeners.length === 0 || (await isHalted(ctx))) return;
    for (const { id: listener } of listeners.filter((each) => fits(each, payload))) {
      await ctx.transaction((tx) => startOnce(tx, listener, `event:${id}`));
    }
  },
});
