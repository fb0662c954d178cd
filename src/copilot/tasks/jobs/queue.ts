/**
 * Puts the next try of a task into the queue. One unfinished job for each try and time: asking twice is asking once, and a
 * job that came too early can ask for the right time itself. Of two that meet, the task's own row lets one begin.
 */
import type { Context } from '../../../kernel/context.ts';
import type { TaskRow } from '../store.ts';

type Try = Pick<TaskRow, 'id' | 'attempts' | 'round'> & { readonly owner?: string };

export async function enqueueTry(
  ctx: Context,
  { id, attempts, round, owner = ctx.owner }: Try,
  runAt?: number,
): Promise<void> {
  await ctx.jobs.enqueue({
    name: 'tasks.run',
    input: { owner, id },
    key: ['tasks.run', id, round, attempts, runAt ?? 'now'].join(':'),
    ...(runAt === undefined ? {} : { runAt }),
  });
}
