/** Looks, while an action runs, whether it should stop: cancelled, or everything stopped. Says that this replica lives. */
import { isHalted } from '../../../core/approvals/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { findTask, moveTask } from '../store.ts';
import type { Recorder } from './recorder.ts';

/** Stop to silence is promised within 2 s; most of it belongs to the action. */
const LOOK_MS = 250;
const ALIVE_MS = 10_000;
/** Three missed signs of life: its replica is gone. */
export const ABANDONED_MS = 30_000;

export type StopReason = 'cancelled' | 'halted' | 'lost';

/** Who runs this try; another one has another number. */
export interface Tried {
  readonly id: string;
  readonly attempts: number;
}

async function reasonToStop(ctx: Context, { id, attempts }: Tried): Promise<StopReason | null> {
  const row = await findTask(ctx.owner, ctx.db, id);
  if (row?.status !== 'running' || row.attempts !== attempts) return 'lost';
  if (row.cancel_requested === 1) return 'cancelled';
  return (await isHalted(ctx)) ? 'halted' : null;
}

/** Resolves with the reason to stop, or with null when `over` aborts first. */
export async function watch(
  ctx: Context,
  tried: Tried,
  recorder: Recorder,
  over: AbortSignal,
): Promise<StopReason | null> {
  let aliveAt = ctx.clock.now();
  const wake = AbortSignal.any([over, recorder.stopped]);
  while (!over.aborted) {
    const reason = await reasonToStop(ctx, tried).catch((cause: unknown) => {
      ctx.log.warn('a running task cannot be looked at', { cause });
      return null;
    });
    if (reason) return reason;
    // A stop is asked for in the row first, so that the wait below is not cut short without end.
    if (recorder.stopped.aborted) return 'cancelled';
    const now = ctx.clock.now();
    if (now - aliveAt >= ALIVE_MS) {
      aliveAt = now;
      const set = { alive_at: now, ...(recorder.share === null ? {} : { progress: recorder.share }) };
      await moveTask(ctx.owner, ctx.db, { ...tried, from: ['running'], set }).catch(() => undefined);
    }
    await ctx.clock.sleep(LOOK_MS, wake);
  }
  return null;
}
