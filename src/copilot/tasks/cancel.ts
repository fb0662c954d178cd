/** Ends a task: at once in the queue and between tries, within two seconds while it runs, on whichever replica. */
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { findTask, moveTask, type TaskRow, taskOf } from './store.ts';
import { isOpen, streamOf, taskErrors, taskSchema } from './task.ts';

/** Moves it on, or notes the wish; null when it ended meanwhile. */
async function cancelRow(ctx: Context, row: TaskRow): Promise<void> {
  const { owner, db, clock, events } = ctx;
  const { id, type, action, title, goal_id, asked_by } = row;
  const set = { status: 'cancelled', ended_at: clock.now(), next_try_at: null } as const;
  if (await moveTask(owner, db, { id, from: ['queued', 'waiting'], set })) {
    const about = { owner, id, type, action, title, status: 'cancelled', goal_id, asked_by, summary: title };
    await events.emit('tasks.task.cancelled', about);
    return;
  }
  await moveTask(owner, db, { id, from: ['running'], set: { cancel_requested: 1 } });
}

export const cancelTask = defineOperation({
  name: 'tasks.cancel',
  summary: 'Cancel a task',
  input: z.object({ id: z.uuid() }),
  output: taskSchema,
  errors: {
    ...taskErrors,
    task_over: { kind: 'conflict', text: ({ status }: { status: string }) => `This task is over: it ${status}.` },
  },
  permission: 'tasks:execute',
  effect: 'write',
  undo: 'tasks.retry',
  examples: [
    {
      say: 'cancel the task about notes',
      input: { id: '00000000-0000-4000-8000-0000000000a2' },
      refers: { id: 'notes' },
    },
    { say: 'cancel the backup task', input: { id: '00000000-0000-4000-8000-0000000000a5' }, refers: { id: 'backup' } },
    {
      say: 'abort the task about notes',
      input: { id: '00000000-0000-4000-8000-0000000000a2' },
      refers: { id: 'notes' },
    },
    {
      say: 'stop the task about the backup',
      input: { id: '00000000-0000-4000-8000-0000000000a5' },
      refers: { id: 'the backup' },
    },
    {
      say: 'cancel the notes task',
      input: { id: '00000000-0000-4000-8000-0000000000a2' },
      refers: { id: 'notes' },
    },
    {
      say: 'kill the task about notes',
      input: { id: '00000000-0000-4000-8000-0000000000a2' },
      refers: { id: 'notes' },
    },
  ],
  preview: async ({ owner, db }, { id }) =>
    `Cancel: ${(await findTask(owner, db, id))?.title ?? 'a task that does not exist'}`,
  async run(ctx, { id }, fail) {
    const row = await findTask(ctx.owner, ctx.db, id);
    if (!row) throw fail.task_unknown({});
    if (!isOpen(row.status))
      throw fail.task_over({
        status: row.status === 'cancelled' ? 'was cancelled' : row.status === 'dead' ? 'failed' : row.status,
      });
    await ctx.transaction((tx) => cancelRow(tx, row));
    const now = await findTask(ctx.owner, ctx.db, id);
    if (!now) throw fail.task_unknown({});
    // The row says it all; this only spares the running replica a look.
    if (now.status === 'running') await ctx.streams.stop(streamOf(id));
    return taskOf(now);
  },
});
