/** What runs and what waits; with words, every task they fit, so that a described one is found. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { wordsOf } from './history.ts';
import { listTaskRows } from './store.ts';
import { OPEN_STATUSES, taskSchema } from './task.ts';

/** Words by which people point, that stand in no title. */
const POINTING = /^(the|a|an|that|this|my|last|task|tasks|job|about|of|to|which|with)$/i;

export const listTasks = defineOperation({
  name: 'tasks.list',
  summary: 'List the tasks that run or wait',
  input: z.object({
    query: z.string().max(500).optional().describe('Words in the title or the summary; looks at ended tasks too'),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({ tasks: z.array(taskSchema) }),
  permission: 'tasks:read',
  effect: 'read',
  examples: [
    { say: 'what is running', input: {} },
    { say: 'which tasks are running right now', input: {} },
    { say: 'list my tasks', input: {} },
    { say: 'what are you working on', input: {} },
    { say: 'what is in the queue', input: {} },
    { say: 'show the open tasks', input: {} },
    { say: 'what is going on in the background', input: {} },
  ],
  async run({ owner, db }, { query, limit }) {
    if (query === undefined) return { tasks: await listTaskRows(owner, db, { statuses: OPEN_STATUSES, limit }) };
    const words = wordsOf(query)?.filter((word) => !POINTING.test(word));
    return { tasks: await listTaskRows(owner, db, { words, limit }) };
  },
});
