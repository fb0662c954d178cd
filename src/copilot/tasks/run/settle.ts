/** Puts the end of a try on record: the task's new state, its event, and the next try where there is one. */
import { backoffMs } from '../../../kernel/backoff.ts';
import type { Context } from '../../../kernel/context.ts';
import { asFailure, Failure } from '../../../kernel/errors.ts';
import { enqueueTry } from '../jobs/queue.ts';
import type { Done } from '../ports/integration.ts';
import { findTask, moveTask, type TaskRow } from '../store.ts';
import { ATTEMPTS_MAX, type TaskStatus } from '../task.ts';

/** The longest an outside system may ask us to wait: who says more is not coming back today. */
const RETRY_AFTER_MS_MAX = 86_400_000;
/** A result longer than this belongs in a file. */
const DATA_CHARS_MAX = 1_000_000;

const EVENTS: Partial<Record<TaskStatus, string>> = {
  succeeded: 'tasks.task.succeeded',
  failed: 'tasks.task.failed',
  dead: 'tasks.task.failed',
  cancelled: 'tasks.task.cancelled',
};

/** Moves the running try on; false when it is no longer this one's to move. */
export async function settle(
  ctx: Context,
  row: TaskRow,
  set: Partial<TaskRow> & { status: TaskStatus },
): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    const { owner, db, events, clock } = tx;
    const isOver = set.status in EVENTS;
    const isMoved = await moveTask(owner, db, {
      id: row.id,
      from: ['running', 'queued', 'waiting'],
      attempts: row.attempts,
      set: { ...set, ...(isOver ? { ended_at: clock.now(), next_try_at: null } : {}) },
    });
    if (!isMoved) return false;
    if (set.status === 'waiting') await enqueueTry(tx, row, set.next_try_at ?? undefined);
    const event = EVENTS[set.status];
    if (event) await events.emit(event, await payloadOf(tx, row.id));
    return true;
  });
}

async function payloadOf({ owner, db }: Context, id: string): Promise<object> {
  const row = await findTask(owner, db, id);
  if (!row) throw new Error('A task that just ended is gone.');
  const { type, action, title, status, goal_id, summary, error, asked_by } = row;
  const said = summary ?? (error === null ? title : (JSON.parse(error) as { message: string }).message);
  return { owner, id, type, action, title, status, goal_id, asked_by, summary: said };
}

export function success({ summary, data, isUntrusted = false }: Done): Partial<TaskRow> & { status: TaskStatus } {
  const json = JSON.stringify(data);
  const kept =
    json.length <= DATA_CHARS_MAX ? json : JSON.stringify({ shortened: true, text: json.slice(0, DATA_CHARS_MAX) });
  return { status: 'succeeded', summary, data: kept, is_untrusted: isUntrusted ? 1 : 0, error: null, progress: 1 };
}

export const errorText = ({ kind, code, message }: Failure): string => JSON.stringify({ kind, code, message });

/** What a failed try leads to: another one, the dead letters, or the end. `clean` takes secrets out. */
export function afterFailure(
  ctx: Context,
  row: TaskRow,
  thrown: unknown,
  clean: <T>(value: T) => T = (value) => value,
): Partial<TaskRow> & { status: TaskStatus } {
  const failure = asFailure(thrown);
  if (failure.kind === 'internal') ctx.log.error('a task failed unexpectedly', { id: row.id, cause: thrown });
  const error = clean(errorText(failure));
  const isWorthAnother = failure.kind === 'unavailable' || failure.kind === 'limit';
  if (!isWorthAnother) return { status: 'failed', error };
  if (row.attempts >= ATTEMPTS_MAX) return { status: 'dead', error };
  const asked = Number(failure.details.retry_after_ms ?? 0);
  const waitMs = Math.max(
    Number.isFinite(asked) ? Math.min(asked, RETRY_AFTER_MS_MAX) : 0,
    backoffMs(row.attempts, Math.random),
  );
  return { status: 'waiting', error, next_try_at: ctx.clock.now() + waitMs };
}

export const uncertain = (): Failure =>
  new Failure(
    'conflict',
    'Nima stopped while this ran, so it may or may not have happened. Look before you retry it.',
    {
      code: 'task_uncertain',
    },
  );

export const notApproved = (): Failure =>
  new Failure('forbidden', 'What would run is not what was approved. Ask for it again.', { code: 'task_not_approved' });
