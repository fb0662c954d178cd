/** How a task stands: what was tried, how far it is, what came of it, when it is tried again. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { findTask, taskOf } from './store.ts';
import { taskErrors, taskSchema } from './task.ts';

export const statusOfTask = defineOperation({
  name: 'tasks.status',
  summary: 'Tell how a task stands',
  input: z.object({ id: z.uuid() }),
  output: taskSchema
    .pick({ id: true, title: true, status: true, attempts: true, progress: true, summary: true, error: true })
    .extend({ ...taskSchema.pick({ next_try_at: true, started_at: true, ended_at: true }).shape })
    .extend({ result: taskSchema.shape.data.describe('What came of it, as data') }),
  errors: taskErrors,
  permission: 'tasks:read',
  effect: 'read',
  examples: [
    {
      say: 'how is the task about notes going',
      input: { id: '00000000-0000-4000-8000-0000000000a2' },
      refers: { id: 'notes' },
    },
    {
      say: 'what is the status of the uptime task',
      input: { id: '00000000-0000-4000-8000-0000000000a1' },
      refers: { id: 'uptime' },
    },
    {
      say: 'is the task about notes done',
      input: { id: '00000000-0000-4000-8000-0000000000a2' },
      refers: { id: 'notes' },
    },
  ],
  async run({ owner, db }, { id }, fail) {
    const row = await findTask(owner, db, id);
    if (!row) throw fail.task_unknown({});
    const { data: result, ...task } = taskOf(row);
    return { ...task, result };
  },
});
