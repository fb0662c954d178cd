/** What all operations that start a task share: its effect, its preview, and putting it into the queue once. */
import { spentApproval } from '../../core/approvals/index.ts';
import type { Context } from '../../kernel/context.ts';
import { failuresOf } from '../../kernel/errors.ts';
import { canonicalJson } from '../../kernel/json.ts';
import { withoutSecrets } from '../../kernel/redact.ts';
import { type Choice, choiceErrors, chosenAction } from './integrations/chosen.ts';
import { enqueueTry } from './jobs/queue.ts';
import { previewOf } from './preview-of.ts';
import { type AskedCall, requestOf, type TaskRequest } from './requests.ts';
import { countTasks, findTaskByKey, insertTask, type TaskRow, taskOf } from './store.ts';
import { OPEN_STATUSES, OPEN_TASKS_MAX, type Task, taskSchema, titleOf } from './task.ts';

const startErrors = {
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
} as const;
const fail = failuresOf(startErrors);

async function rowFor(ctx: Context, call: AskedCall, { effect }: Choice): Promise<Omit<TaskRow, 'owner'>> {
  const { actor, clock, newId } = ctx;
  const { type, action, params, goal_id = null, idempotency_key } = requestOf(call);
  return {
    id: newId(),
    ...{ type, action, effect, goal_id },
    title: withoutSecrets(titleOf(type, action, params)),
    params: JSON.stringify(params),
    asked: JSON.stringify(call),
    status: 'queued',
    attempts: 0,
    round: 0,
    idempotency_key: idempotency_key ?? newId(),
    approval_id: await spentApproval(ctx, call),
    asked_by: `${actor.kind}/${actor.face}`,
    ...{ progress: null, summary: null, data: null, is_untrusted: 0, error: null, log: '[]' },
    ...{ cancel_requested: 0, next_try_at: null, alive_at: null, started_at: null, ended_at: null },
    created_at: clock.now(),
  };
}

const samePart = ({ type, action, params, goal_id }: TaskRequest) => canonicalJson({ type, action, params, goal_id });

/** Queues a task, or answers the one its key has. */
async function startTask(ctx: Context, call: AskedCall): Promise<Task> {
  const request = requestOf(call);
  const choice = await chosenAction(ctx, request);
  return ctx.transaction(async (tx) => {
    const { owner, db, events } = tx;
    const open = await countTasks(owner, db, { statuses: OPEN_STATUSES });
    if (open >= OPEN_TASKS_MAX) throw fail.tasks_exhausted({ limit: OPEN_TASKS_MAX });
    const row = await rowFor(tx, call, choice);
    if (await insertTask(owner, db, row)) {
      await enqueueTry(tx, row);
      const { id, type, action, goal_id, title } = row;
      await events.emit('tasks.task.queued', { owner, id, type, action, goal_id, summary: title });
      return taskOf({ ...row, owner });
    }
    const known = await findTaskByKey(owner, db, row.idempotency_key);
    if (!known) throw new Error('A task with this key was there and is not.');
    if (samePart(requestOf(JSON.parse(known.asked))) === samePart(request)) return taskOf(known);
    throw fail.idempotency_key_reused({ key: known.idempotency_key, id: known.id });
  });
}

/** The parts of `defineOperation` by which an operation starts a task. */
export function startingTask(operation: string) {
  const choose = (ctx: Context, input: Record<string, unknown>) => chosenAction(ctx, requestOf({ operation, input }));
  return {
    output: taskSchema,
    errors: startErrors,
    permission: 'tasks:execute',
    effect: 'destroy',
    effectOf: async (ctx: Context, input: Record<string, unknown>) => (await choose(ctx, input)).effect,
    preview: async (ctx: Context, input: Record<string, unknown>) => previewOf(ctx, await choose(ctx, input)),
    run: (ctx: Context, input: Record<string, unknown>) => startTask(ctx, { operation, input }),
  } as const;
}
