/** One task with its log so far. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import type { LogLine } from './run/event.ts';
import { findTask, taskOf } from './store.ts';
import { taskErrors, taskSchema } from './task.ts';

export const getTask = defineOperation({
  name: 'tasks.get',
  summary: 'Show a task with its log',
  input: z.object({ id: z.uuid() }),
  output: taskSchema.extend({ log: z.array(z.object({ at: z.iso.datetime(), line: z.string() })) }),
  errors: taskErrors,
  permission: 'tasks:read',
  effect: 'read',
  examples: [
    {
      say: 'show the task about the uptime',
      input: { id: '00000000-0000-4000-8000-0000000000a1' },
      refers: { id: 'the uptime' },
    },
    {
      say: 'show me the log of the task about notes',
      input: { id: '00000000-0000-4000-8000-0000000000a2' },
      refers: { id: 'notes' },
    },
  ],
  async run({ owner, db }, { id }, fail) {
    const row = await findTask(owner, db, id);
    if (!row) throw fail.task_unknown({});
    const log = (JSON.parse(row.log) as LogLine[]).map(({ at, line }) => ({ at, line }));
    return { ...taskOf(row), log };
  },
});
