/** Gives a task that failed, died or was cancelled its tries back, under the same key. */
import { z } from 'zod';
import { spentApproval } from '../../core/approvals/index.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { chosenAction } from './integrations/chosen.ts';
import { enqueueTry } from './jobs/queue.ts';
import { previewOf } from './preview-of.ts';
import { findTask, moveTask, taskOf } from './store.ts';
import { taskErrors, taskSchema } from './task.ts';

const RETRIED = ['failed', 'dead', 'cancelled'] as const;

export const retryTask = defineOperation({
  name: 'tasks.retry',
  summary: 'Try a failed task again',
  input: z.object({ id: z.uuid() }),
  output: taskSchema,
  errors: {
    ...taskErrors,
    task_not_failed: {
      kind: 'conflict',
      text: ({ status }: { status: string }) =>
        `This task is ${status}; only one that failed or was cancelled is tried again.`,
    },
  },
  permission: 'tasks:execute',
  effect: 'destroy',
  async effectOf({ owner, db }, { id }) {
    return (await findTask(owner, db, id))?.effect ?? 'read';
  },
  examples: [
    { say: 'retry the failed task', input: { id: '00000000-0000-4000-8000-0000000000a3' }, refers: { id: 'failed' } },
    {
      say: 'try the webhook task again',
      input: { id: '00000000-0000-4000-8000-0000000000a3' },
      refers: { id: 'webhook' },
    },
    {
      say: 'retry the task about the webhook',
      input: { id: '00000000-0000-4000-8000-0000000000a3' },
      refers: { id: 'the webhook' },
    },
    {
      say: 'run the cancelled task once more',
      input: { id: '00000000-0000-4000-8000-0000000000a4' },
      refers: { id: 'cancelled' },
    },
  ],
  async preview(ctx, { id }) {
    const row = await findTask(ctx.owner, ctx.db, id);
    if (!row) return 'Try a task again that does not exist.';
    const { type, action, params } = row;
    return `Once more: ${await previewOf(ctx, await chosenAction(ctx, { type, action, params: JSON.parse(params) }))}`;
  },
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, events, actor } = tx;
      const row = await findTask(owner, db, id);
      if (!row) throw fail.task_unknown({});
      const round = row.round + 1;
      // Who retries consents anew: a person by the act itself, an agent by the approval of this very call.
      const asked_by = `${actor.kind}/${actor.face}`;
      const approval_id = await spentApproval(tx, { operation: 'tasks.retry', input: { id } });
      const set = {
        status: 'queued',
        attempts: 0,
        error: null,
        next_try_at: null,
        ended_at: null,
        cancel_requested: 0,
        progress: null,
      } as const;
      const isMoved = await moveTask(owner, db, { id, from: RETRIED, set: { ...set, asked_by, approval_id, round } });
      if (!isMoved) throw fail.task_not_failed({ status: row.status });
      await enqueueTry(tx, { id, attempts: 0, round });
      const { type, action, goal_id, title } = row;
      await events.emit('tasks.task.queued', { owner, id, type, action, goal_id, summary: title });
      return taskOf({ ...row, ...set, asked_by, approval_id, round });
    }),
});
