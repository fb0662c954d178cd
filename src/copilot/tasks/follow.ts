/** The live log of a task, from any event on, through all its tries. */
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { asFailure } from '../../kernel/errors.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { type LogLine, type NumberedTaskEvent, numberedTaskEventSchema, type TaskEvent } from './run/event.ts';
import { findTask, type TaskRow, taskOf } from './store.ts';
import { isOpen, streamOf, taskErrors, taskSchema } from './task.ts';

/** Between tries, and while it waits in the queue, the task is looked at this often. */
const LOOK_MS = 200;

function stateOf(row: TaskRow): TaskEvent {
  const { status, attempts, summary, error, next_try_at } = taskOf(row);
  return { type: 'state', status, attempts, summary, error, next_try_at };
}

/** What the stream holds after `after`; ends quietly when there is no stream, or its writer is gone. */
async function* streamed(ctx: Context, id: string, after: number): AsyncGenerator<NumberedTaskEvent> {
  try {
    for await (const { seq, data } of ctx.streams.read(streamOf(id), after, ctx.signal)) {
      yield { ...(data as TaskEvent), seq };
    }
  } catch (thrown) {
    const { kind } = asFailure(thrown);
    if (kind !== 'not_found' && kind !== 'unavailable') throw thrown;
  }
}

/** A stream is kept for an hour; after that, the task's own record tells the rest. */
function* recorded(row: TaskRow, after: number): Generator<NumberedTaskEvent> {
  const events: TaskEvent[] = [...(JSON.parse(row.log) as LogLine[]), stateOf(row)];
  yield* events.map((event, index) => ({ ...event, seq: index + 1 })).filter(({ seq }) => seq > after);
}

export const followTask = defineOperation({
  name: 'tasks.follow',
  summary: 'Follow the live log of a task from any event on',
  input: z.object({
    id: z.uuid(),
    after: z.int().min(0).default(0).describe('Number of the last event seen'),
  }),
  output: taskSchema,
  events: numberedTaskEventSchema,
  errors: taskErrors,
  permission: 'tasks:read',
  effect: 'read',
  examples: [{ say: 'follow the task', input: { id: '00000000-0000-4000-8000-0000000000a1' } }],
  offeredIn: ['rest', 'cli'],
  async *run(ctx, { id, after }, fail) {
    let last = after;
    let isToldOver = false;
    while (!ctx.signal.aborted) {
      const row = await findTask(ctx.owner, ctx.db, id);
      if (!row) throw fail.task_unknown({});
      for await (const event of streamed(ctx, id, last)) {
        last = event.seq;
        isToldOver = event.type === 'state' && !isOpen(event.status);
        yield event;
      }
      if (isToldOver) return;
      // The row as it was before the stream was read: when it was over then, nothing more comes.
      if (!isOpen(row.status)) {
        if (last === 0) yield* recorded(row, after);
        else if (last === after) return;
        else yield { ...stateOf(row), seq: last + 1 };
        return;
      }
      await ctx.clock.sleep(LOOK_MS, ctx.signal);
    }
  },
});
