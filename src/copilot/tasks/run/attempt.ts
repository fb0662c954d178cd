/** One try of a task: checks that it may still run, runs its action under watch, and puts the end on record. */
import { everythingIsStopped } from '../../../core/approvals/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { Failure } from '../../../kernel/errors.ts';
import { isStillApproved } from '../consent.ts';
import { type Choice, chosenAction } from '../integrations/chosen.ts';
import type { Done } from '../ports/integration.ts';
import { moveTask, type TaskRow } from '../store.ts';
import { ATTEMPTS_MAX, streamOf, type TaskStatus } from '../task.ts';
import type { LogLine } from './event.ts';
import { Recorder } from './recorder.ts';
import { afterFailure, errorText, notApproved, settle, success, uncertain } from './settle.ts';
import { type StopReason, watch } from './watch.ts';
import { type Desk, deskFor } from './work.ts';

/** An action that was told to stop gets this long; then the task is over without its word. */
const STOP_MS = 1500;

type End = Partial<TaskRow> & { status: TaskStatus };

/** What would run, still as it was asked and approved. */
async function checked(ctx: Context, row: TaskRow): Promise<Choice> {
  const { type, action, params } = row;
  const choice = await chosenAction(ctx, { type, action, params: JSON.parse(params) });
  if (choice.effect === 'read' || !row.asked_by.startsWith('agent/')) return choice;
  if (choice.effect !== row.effect || !(await isStillApproved(ctx, row))) throw notApproved();
  return choice;
}

interface Try {
  readonly row: TaskRow;
  readonly choice: Choice;
  readonly desk: Desk;
  /** True when the try before ended without a word. */
  readonly wasCutOff: boolean;
}

/** Runs the action, unless an earlier try did it already or a second one might do it twice. */
async function act({ row, choice, desk, wasCutOff }: Try): Promise<Done> {
  const { action, params, effect } = choice;
  const found = row.attempts > 1 || wasCutOff ? await action.findDone?.(params, desk.work) : null;
  if (found) return found;
  const isSafe = effect === 'read' || action.findDone !== undefined || action.isRepeatable?.(params) === true;
  if (wasCutOff && !isSafe) throw uncertain();
  return action.run(params, desk.work);
}

const STOPPED: Readonly<Record<Exclude<StopReason, 'lost'>, () => Failure>> = {
  cancelled: () => new Failure('conflict', 'It was cancelled while it ran.', { code: 'task_cancelled' }),
  halted: everythingIsStopped,
};

/** The end of a try that was stopped; null when it is not this replica's to tell. */
function stoppedEnd(reason: StopReason | null): End | null {
  if (reason === null || reason === 'lost') return null;
  return { status: 'cancelled', error: errorText(STOPPED[reason]()) };
}

/** Runs under watch. Null when the program stops, or another replica has taken the task: the row stays as it is. */
async function watched(
  ctx: Context,
  recorder: Recorder,
  row: TaskRow,
  work: (signal: AbortSignal) => Promise<End>,
): Promise<End | null> {
  const stop = new AbortController();
  const over = new AbortController();
  const signal = AbortSignal.any([stop.signal, ctx.signal]);
  const watching = watch(ctx, row, recorder, AbortSignal.any([over.signal, ctx.signal]));
  const stopped = watching.then((reason) => {
    if (reason) stop.abort(new Failure('conflict', 'The task was told to stop.', { code: 'task_stopped' }));
    return reason;
  });
  const running = work(signal);
  // Whoever does not listen to the signal must not keep the owner waiting.
  const given = stopped.then(() => ctx.clock.sleep(STOP_MS, over.signal)).then(() => null);
  const end = await Promise.race([running, given]);
  over.abort();
  const reason = await stopped;
  if (reason === null) return ctx.signal.aborted && end?.status !== 'succeeded' ? null : end;
  if (end?.status === 'succeeded') return end;
  return stoppedEnd(reason);
}

async function begin(ctx: Context, row: TaskRow): Promise<TaskRow | null> {
  const now = ctx.clock.now();
  const set = {
    status: 'running',
    attempts: row.attempts + 1,
    started_at: row.started_at ?? now,
    alive_at: now,
    next_try_at: null,
  } as const;
  const isMine = await moveTask(ctx.owner, ctx.db, { id: row.id, from: [row.status], attempts: row.attempts, set });
  return isMine ? { ...row, ...set } : null;
}

function tellEnd(
  recorder: Recorder,
  row: TaskRow,
  { status, summary = null, error = null, next_try_at = null }: End,
): void {
  recorder.tell({
    type: 'state',
    status,
    attempts: row.attempts,
    summary,
    error: error === null ? null : JSON.parse(error),
    next_try_at: next_try_at === null ? null : new Date(next_try_at).toISOString(),
  });
}

/** `found` is the row as the job found it: queued, waiting, or running in a replica that is gone. */
export async function attemptTask(ctx: Context, found: TaskRow): Promise<void> {
  const wasCutOff = found.status === 'running';
  if (wasCutOff && found.attempts >= ATTEMPTS_MAX) {
    await settle(ctx, found, { status: 'dead', error: errorText(uncertain()) });
    return;
  }
  const choice = await checked(ctx, found).catch(async (thrown: unknown) => {
    await settle(ctx, found, afterFailure(ctx, found, thrown));
    return null;
  });
  if (!choice) return;
  const writer = await ctx.streams.open(streamOf(found.id));
  const row = await begin(ctx, found);
  const recorder = new Recorder(ctx, writer, JSON.parse(found.log) as LogLine[]);
  try {
    if (row) await finish(ctx, { row, choice, wasCutOff }, recorder);
  } finally {
    await recorder.end();
  }
}

async function finish(ctx: Context, { row, choice, wasCutOff }: Omit<Try, 'desk'>, recorder: Recorder): Promise<void> {
  tellEnd(recorder, row, { status: 'running' });
  const end = await watched(ctx, recorder, row, async (signal) => {
    const { integration } = choice;
    const { attempts: attempt, idempotency_key: idempotencyKey } = row;
    const desk = deskFor(ctx, { integration, signal, idempotencyKey, attempt, listener: recorder });
    try {
      return success(desk.clean(await act({ row, choice, desk, wasCutOff })));
    } catch (thrown) {
      // What an action says when it is told to stop is of no interest.
      return signal.aborted ? { status: 'cancelled' } : afterFailure(ctx, row, thrown, desk.clean);
    }
  });
  if (end) {
    await settle(ctx, row, { ...end, log: recorder.kept });
    return tellEnd(recorder, row, end);
  }
  // The program stops: whoever takes the task next need not wait for signs of life.
  const isGone = { alive_at: 0, log: recorder.kept };
  await moveTask(ctx.owner, ctx.db, { ...row, from: ['running'], set: isGone }).catch(() => undefined);
}
