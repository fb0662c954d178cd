/** Nudges when a task failed, and more firmly when the same fails for the third time in a week. */
import { z } from 'zod';
import { raiseAlert } from '../../../core/alerts/index.ts';
import { defineJob } from '../../../kernel/module.ts';
import { lookUp } from '../compose/look-up.ts';
import { oneLine } from '../compose/span.ts';

const WEEK_MS = 7 * 86_400_000;
const TIMES = 3;

const taskSchema = z.object({
  id: z.string(),
  type: z.string(),
  action: z.string(),
  title: z.string(),
  status: z.string(),
  ended_at: z.string().nullable(),
  error: z.object({ message: z.string() }).nullable(),
});
const historySchema = z.object({ tasks: z.array(taskSchema) });

export const nudgeFailure = defineJob({
  name: 'briefs.task-failed',
  input: z.object({ owner: z.string(), id: z.string() }),
  async run(ctx, { id }) {
    const task = await lookUp(ctx, { operation: 'tasks.get', input: { id }, schema: taskSchema });
    if (!task) return;
    const { type, action, title, error } = task;
    const input = { type, limit: 200 };
    const history = await lookUp(ctx, { operation: 'tasks.history', input, schema: historySchema });
    const since = ctx.clock.now() - WEEK_MS;
    const failures = (history?.tasks ?? []).filter(
      (each) =>
        each.action === action && /^(failed|dead)$/.test(each.status) && Date.parse(each.ended_at ?? '') >= since,
    );
    const isRepeated = failures.length >= TIMES;
    const times = isRepeated ? ` ${type} ${action} failed ${failures.length} times within a week.` : '';
    await raiseAlert(ctx, {
      kind: 'nudge',
      rule: 'tasks.failed',
      subject: `${type} ${action}`,
      severity: isRepeated ? 'warning' : 'info',
      text: `The task “${title}” failed${error ? `: ${oneLine(error.message)}` : '.'}${times}`,
      because: isRepeated
        ? 'The same kind of task keeps failing, and you want nudges.'
        : 'A task of yours failed, and you want nudges.',
      stop: 'Mute the rule tasks.failed, or turn nudges off.',
      link: `/tasks/${id}`,
      key: `tasks.failed:${type}:${action}:${isRepeated ? 'again' : id}`,
    });
  },
});
