/** What the live log of a task says, in the order it happens; `seq` numbers it so that a reader can resume. */
import { z } from 'zod';
import { errorSchema, TASK_STATUSES } from '../task.ts';

const line = z.object({ type: z.literal('log'), at: z.iso.datetime(), line: z.string() });
const progress = z.object({ type: z.literal('progress'), progress: z.number().min(0).max(1) });
const state = z.object({
  type: z.literal('state'),
  status: z.enum(TASK_STATUSES),
  attempts: z.int(),
  summary: z.string().nullable(),
  error: errorSchema.nullable(),
  next_try_at: z.iso.datetime().nullable(),
});

export const taskEventSchema = z.discriminatedUnion('type', [line, progress, state]);
export type TaskEvent = z.output<typeof taskEventSchema>;
export type LogLine = z.output<typeof line>;

const seq = z.int().describe('1, 2, 3 …: the SSE event id');
export const numberedTaskEventSchema = z.discriminatedUnion('type', [
  line.extend({ seq }),
  progress.extend({ seq }),
  state.extend({ seq }),
]);
export type NumberedTaskEvent = z.output<typeof numberedTaskEventSchema>;
