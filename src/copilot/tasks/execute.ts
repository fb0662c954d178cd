/** Hands a task to the queue and answers at once. The same key twice is the same task. */
import { z } from 'zod';
import { spentApproval } from '../../core/approvals/index.ts';
import type { Context } from '../../kernel/context.ts';
import { canonicalJson } from '../../kernel/json.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { withoutSecrets } from '../../kernel/redact.ts';
import { type Choice, choiceErrors, chosenAction } from './integrations/chosen.ts';
import { enqueueTry } from './jobs/queue.ts';
import { previewOf } from './preview-of.ts';
import { countTasks, findTaskByKey, insertTask, type TaskRow, taskOf } from './store.ts';
import { OPEN_STATUSES, OPEN_TASKS_MAX, requestShape, taskSchema, titleOf } from './task.ts';

const input = z.object({
  ...requestShape,
  idempotency_key: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe('A repeat with the same key answers the same task instead of doing it twice'),
  goal_id: z.uuid().optional().describe('The goal it serves'),
});
export type TaskRequest = z.output<typeof input>;

async function rowFor(
  ctx: Context,
  asked: TaskRequest,
  { effect, params: parsed }: Choice,
): Promise<Omit<TaskRow, 'owner'>> {
  const { actor, clock, newId } = ctx;
  const { type, action, params, goal_id = null } = asked;
  return {
    id: newId(),
    ...{ type, action, effect, goal_id },
    title: withoutSecrets(titleOf(type, action, parsed)),
    params: JSON.stringify(params),
    asked: JSON.stringify(asked),
    status: 'queued',
    attempts: 0,
    round: 0,
    idempotency_key: asked.idempotency_key ?? newId(),
    approval_id: await spentApproval(ctx, { operation: 'tasks.execute', input: asked }),
    asked_by: `${actor.kind}/${actor.face}`,
    ...{ progress: null, summary: null, data: null, is_untrusted: 0, error: null, log: '[]' },
    ...{ cancel_requested: 0, next_try_at: null, alive_at: null, started_at: null, ended_at: null },
    created_at: clock.now(),
  };
}

const samePart = ({ type, action, params, goal_id }: TaskRequest) => canonicalJson({ type, action, params, goal_id });

export const executeTask = defineOperation({
  name: 'tasks.execute',
  summary: 'Do something outside: on GitHub, in git, on the cluster, with files, by HTTP or on this machine',
  input,
  output: taskSchema,
  errors: {
    ...choiceErrors,
    idempotency_key_reused: {
      kind: 'conflict',
      text: ({ key }: { key: string; id: string }) =>
        `The key ${key} belongs to a task that asked for something else. Use another key.`,
    },
    tasks_exhausted: {
      kind: 'limit',
      text: ({ limit }: { limit: number }) => `${limit} tasks are open. Wait for some to end, or cancel them.`,
    },
  },
  permission: 'tasks:execute',
  effect: 'destroy',
  effectOf: async (ctx, asked) => (await chosenAction(ctx, asked)).effect,
  examples: [
    { say: 'execute cli commands', input: { type: 'cli', action: 'commands' } },
    { say: 'execute files roots', input: { type: 'files', action: 'roots' } },
  ],
  preview: async (ctx, asked) => previewOf(ctx, await chosenAction(ctx, asked)),
  async run(ctx, asked, fail) {
    const { owner } = ctx;
    const choice = await chosenAction(ctx, asked);
    return ctx.transaction(async (tx) => {
      if ((await countTasks(owner, tx.db, { statuses: OPEN_STATUSES })) >= OPEN_TASKS_MAX) {
        throw fail.tasks_exhausted({ limit: OPEN_TASKS_MAX });
      }
      const row = await rowFor(tx, asked, choice);
      if (await insertTask(owner, tx.db, row)) {
        await enqueueTry(tx, row);
        const { id, type, action, goal_id, title } = row;
        await tx.events.emit('tasks.task.queued', { owner, id, type, action, goal_id, summary: title });
        return taskOf({ ...row, owner });
      }
      const known = await findTaskByKey(owner, tx.db, row.idempotency_key);
      if (!known) throw new Error('A task with this key was there and is not.');
      if (samePart(JSON.parse(known.asked)) === samePart(asked)) return taskOf(known);
      throw fail.idempotency_key_reused({ key: known.idempotency_key, id: known.id });
    });
  },
});
