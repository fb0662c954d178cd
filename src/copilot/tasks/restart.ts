/** Starts a deployment anew: the task `kubernetes rollout_restart` in the words people use. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { startingTask } from './start.ts';

export const restartWorkload = defineOperation({
  name: 'tasks.restart',
  summary: 'Restart a deployment on the cluster',
  input: z.object({ name: z.string().min(1).max(253).describe('Its name on the cluster: nima-api') }),
  examples: [
    { say: 'restart nima-api', input: { name: 'nima-api' } },
    { say: 'restart the deployment canopy', input: { name: 'canopy' } },
    { say: 'rollout restart swimto', input: { name: 'swimto' } },
    { say: 'restart postgres on the cluster', input: { name: 'postgres' } },
  ],
  ...startingTask('tasks.restart'),
});
