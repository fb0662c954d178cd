/** Everything that was asked for, newest first, whatever became of it. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { countTasks, findTask, listTaskRows } from './store.ts';
import { TASK_STATUSES, taskErrors, taskSchema } from './task.ts';

export const wordsOf = (query: string | undefined): string[] | undefined => query?.split(/\s+/).filter(Boolean);

export const historyOfTasks = defineOperation({
  name: 'tasks.history',
  summary: 'Show what Nima was asked to do and what became of it',
  input: z.object({
    status: z.enum(TASK_STATUSES).optional(),
    type: z.string().max(60).optional().describe('Integration: github, git, files'),
    query: z.string().max(500).optional().describe('Words in the title or the summary'),
    goal_id: z.uuid().optional(),
    limit: z.int().min(1).max(200).default(50),
    before: z.uuid().optional().describe('The last task of the page before'),
  }),
  output: z.object({ tasks: z.array(taskSchema), total: z.int().describe('Tasks that fit the filters, on all pages') }),
  errors: taskErrors,
  permission: 'tasks:read',
  effect: 'read',
  examples: [
    { say: 'show the task history', input: {} },
    { say: 'what did you do lately', input: {} },
    { say: 'which tasks failed', input: { status: 'failed' } },
    { say: 'show the tasks that succeeded', input: { status: 'succeeded' } },
    { say: 'show the last 5 tasks', input: { limit: 5 } },
    { say: 'list the dead tasks', input: { status: 'dead' } },
    { say: 'what have you run', input: {} },
    { say: 'show finished tasks', input: {} },
  ],
  async run({ owner, db }, { status, type, query, goal_id: goalId, limit, before }, fail) {
    const filter = { statuses: status && [status], type, goalId, words: wordsOf(query) };
    const last = before ? await findTask(owner, db, before) : null;
    if (before && !last) throw fail.task_unknown({});
    const page = last ? { createdAt: last.created_at, id: last.id } : undefined;
    return {
      tasks: await listTaskRows(owner, db, { ...filter, limit, before: page }),
      total: await countTasks(owner, db, filter),
    };
  },
});
