/**
 * Tries one task once. Further tries are jobs of their own, at the time the task says, so that its row always tells when.
 * This job itself is taken again only after a crash; the row then shows a try that was cut off.
 */
import { z } from 'zod';
import { isHalted } from '../../../core/approvals/index.ts';
import { defineJob } from '../../../kernel/module.ts';
import { attemptTask } from '../run/attempt.ts';
import { ABANDONED_MS } from '../run/watch.ts';
import { findTask } from '../store.ts';
import { isOpen } from '../task.ts';
import { enqueueTry } from './queue.ts';

/** Crashes of Nima itself: each is counted by the task too, which ends long before. */
const CRASHES_MAX = 10;

export const runTask = defineJob({
  name: 'tasks.run',
  input: z.object({ owner: z.string(), id: z.uuid() }),
  attemptsMax: CRASHES_MAX,
  async run(ctx, { id }) {
    const row = await findTask(ctx.owner, ctx.db, id);
    if (!row || !isOpen(row.status)) return;
    const now = ctx.clock.now();
    // Somebody else is at it.
    if (row.status === 'running' && now - (row.alive_at ?? 0) < ABANDONED_MS) return;
    // `approvals.resumed` brings it back.
    if (await isHalted(ctx)) return;
    if (row.next_try_at !== null && row.next_try_at > now) return enqueueTry(ctx, row, row.next_try_at);
    await attemptTask(ctx, row);
  },
});
