/** Changes how many pods run: the task `kubernetes scale` in the words people use. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { startingTask } from './start.ts';

const workload = z.string().min(1).max(253).describe('Its name on the cluster: nima-api');

export const scaleWorkload = defineOperation({
  name: 'tasks.scale',
  summary: 'Scale a deployment on the cluster',
  input: z.object({ name: workload, replicas: z.int().min(0).max(50).describe('How many pods are to run') }),
  examples: [
    { say: 'scale nima-api to 0', input: { name: 'nima-api', replicas: 0 } },
    { say: 'scale canopy to 2 replicas', input: { name: 'canopy', replicas: 2 } },
    { say: 'scale the deployment swimto to 3', input: { name: 'swimto', replicas: 3 } },
    { say: 'scale down nima-api to 1', input: { name: 'nima-api', replicas: 1 } },
    { say: 'scale up postgres to 2', input: { name: 'postgres', replicas: 2 } },
    { say: 'I want 0 replicas of nima-api', input: { name: 'nima-api', replicas: 0 } },
    { say: 'run nima-api with 0 instances', input: { name: 'nima-api', replicas: 0 } },
  ],
  ...startingTask('tasks.scale'),
});
