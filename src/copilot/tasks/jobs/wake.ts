/** After "go on": brings every open task of the owner back into the queue. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { listOpen } from '../store.ts';
import { enqueueTry } from './queue.ts';

export const wakeTasks = defineJob({
  name: 'tasks.wake',
  input: z.object({ owner: z.string() }),
  async run(ctx) {
    for (const task of await listOpen(ctx.owner, ctx.db)) await enqueueTry(ctx, task, task.next_try_at ?? undefined);
  },
});
