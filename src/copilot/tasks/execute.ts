/** Hands a task to the queue and answers at once. The same key twice is the same task. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { startingTask } from './start.ts';
import { requestShape } from './task.ts';

export const executeTask = defineOperation({
  name: 'tasks.execute',
  summary: 'Do something outside: on GitHub, in git, on the cluster, with files, by HTTP or on this machine',
  input: z.object({
    ...requestShape,
    idempotency_key: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .describe('A repeat with the same key answers the same task instead of doing it twice'),
    goal_id: z.uuid().optional().describe('The goal it serves'),
  }),
  examples: [
    { say: 'execute cli commands', input: { type: 'cli', action: 'commands' } },
    { say: 'execute files roots', input: { type: 'files', action: 'roots' } },
    { say: 'run cli commands', input: { type: 'cli', action: 'commands' } },
  ],
  ...startingTask('tasks.execute'),
});
