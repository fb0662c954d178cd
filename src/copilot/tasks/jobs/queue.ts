/** Puts the next try of a task into the queue. One unfinished job for each try: asking twice is asking once. */
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
    key: `tasks.run:${id}:${round}:${attempts}`,
    ...(runAt === undefined ? {} : { runAt }),
  });
}
