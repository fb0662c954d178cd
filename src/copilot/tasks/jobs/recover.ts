/** Finds open tasks whose job is gone with a replica, and queues them again. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { listForgotten } from '../store.ts';
import { enqueueTry } from './queue.ts';

/** Longer than a lease of the queue: until then the job itself comes back. */
const FORGOTTEN_MS = 120_000;
const TASKS_MAX = 500;

export const recoverTasks = defineJob({
  name: 'tasks.recover',
  input: z.object({}),
  cron: '* * * * *',
  async run(ctx) {
    const before = ctx.clock.now() - FORGOTTEN_MS;
    for (const task of await listForgotten(ctx.db, { before, limit: TASKS_MAX })) await enqueueTry(ctx, task);
  },
});
