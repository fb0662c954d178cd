/**
 * Does what a schedule is for. An operation runs as the system while its consent fits it to the letter; otherwise as an
 * agent, which may look and else has to ask.
 */
import { raiseAlert } from '../../../core/alerts/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { Failure } from '../../../kernel/errors.ts';
import { toolNameOf } from '../../../kernel/names.ts';
import type { Operation } from '../../../kernel/operation.ts';
import { hashOfAction } from '../action/consent.ts';
import { effectOfAction, mayRun, schedulable } from '../action/read-action.ts';
import type { RunRow } from '../runs/store.ts';
import { type ScheduleRow, updateSchedule } from '../store.ts';
import { sayTime, sayTrigger } from '../trigger/say-when.ts';

export interface Outcome {
  readonly state: 'done' | 'failed' | 'asks';
  readonly outcome: string | null;
  readonly made_operation?: string;
  readonly made_id?: string;
}

/** What is kept of an answer in the history; the rest is where it was made. */
const OUTCOME_CHARS_MAX = 1000;

const parsedOf = ({ input, filter, ...row }: ScheduleRow) => ({
  ...row,
  input: JSON.parse(input) as Record<string, unknown>,
  filter: filter === null ? null : (JSON.parse(filter) as Record<string, unknown>),
});

/** Where the owner can stop a schedule, in one sentence. */
export const stopOf = ({ title }: { title: string }): string =>
  `Pause or remove the schedule “${title}”: say so, or use the schedules page.`;

function becauseOf(row: ScheduleRow, { reason, planned_at }: RunRow): string {
  const schedule = parsedOf(row);
  const asked = `You asked for it on ${sayTime(row.created_at, row.time_zone)}: ${sayTrigger(schedule)}.`;
  return reason === 'catch_up' ? `${asked} It was due on ${sayTime(planned_at, row.time_zone)}; Nima was off.` : asked;
}

async function tell(ctx: Context, row: ScheduleRow, run: RunRow, told: { text: string; link: string }): Promise<void> {
  await raiseAlert(ctx, {
    kind: row.action_kind === 'remind' ? 'alert' : 'brief',
    rule: row.action_kind === 'remind' ? 'schedules.reminder' : 'schedules.answer',
    subject: row.title,
    severity: 'info',
    text: told.text.slice(0, 8000),
    because: becauseOf(row, run),
    stop: stopOf(row),
    link: told.link,
    key: `schedules.run:${run.id}`,
    isPunctual: true,
  });
}

async function remind(ctx: Context, row: ScheduleRow, run: RunRow): Promise<Outcome> {
  await tell(ctx, row, run, { text: row.words ?? '', link: `/schedules/${row.id}` });
  return { state: 'done', outcome: `Reminded: ${row.words}` };
}

interface Answer {
  readonly response: string;
  readonly conversation_id: string;
}

/** Says the sentence in the schedule's own conversation, and tells the answer. */
async function ask(ctx: Context, row: ScheduleRow, run: RunRow): Promise<Outcome> {
  const send = ctx.catalog.operations.get('chat.send');
  if (!send) throw new Failure('unavailable', 'This Nima has no chat.');
  const say = (conversation_id: string | null) => {
    const messages = [{ role: 'user', content: row.words }];
    return ctx.call(send, { messages, ...(conversation_id ? { conversation_id } : {}) }) as Promise<Answer>;
  };
  const { response, conversation_id } = await say(row.conversation_id).catch((thrown: unknown) => {
    // The conversation was removed: a new one begins.
    if (thrown instanceof Failure && thrown.kind === 'not_found' && row.conversation_id) return say(null);
    throw thrown;
  });
  await updateSchedule(ctx.owner, ctx.db, { id: row.id, conversation_id });
  await tell(ctx, row, run, { text: response, link: `/c/${conversation_id}` });
  const outcome = response.slice(0, OUTCOME_CHARS_MAX);
  return { state: 'done', outcome, made_operation: 'chat.send', made_id: conversation_id };
}

function outcomeOf(operation: Operation, output: unknown): Outcome {
  const { id, summary } = (output ?? {}) as { id?: unknown; summary?: unknown };
  const text = typeof summary === 'string' ? summary : `${operation.summary}: done.`;
  const made = typeof id === 'string' ? { made_operation: operation.name, made_id: id } : {};
  return { state: 'done', outcome: text.slice(0, OUTCOME_CHARS_MAX), ...made };
}

/** A run cut off by a crash is done again; where the operation knows such keys, it is then known to be the same. */
function keyed({ input }: Operation, given: Record<string, unknown>, run: RunRow): Record<string, unknown> {
  const takesKey = 'idempotency_key' in input.shape && given.idempotency_key === undefined;
  return takesKey ? { ...given, idempotency_key: `schedule:${run.id}` } : given;
}

/** True when a run that was cut off may be done once more without harm. */
export async function isRepeatable(ctx: Context, row: ScheduleRow): Promise<boolean> {
  if (row.action_kind !== 'operation') return true;
  const operation = schedulable(ctx, row.operation ?? '');
  if (operation && 'idempotency_key' in operation.input.shape) return true;
  return (await effectOfAction(ctx, parsedOf(row))) === 'write';
}

async function operate(ctx: Context, row: ScheduleRow, run: RunRow): Promise<Outcome> {
  const schedule = parsedOf(row);
  const operation = schedulable(ctx, row.operation ?? '');
  if (!operation) throw new Failure('not_found', `This Nima no longer offers ${row.operation}.`);
  const permissions = JSON.parse(row.permissions) as string[];
  if (!mayRun(permissions, operation)) throw new Failure('forbidden', `The schedule may not run ${operation.name}.`);
  const isConsented = row.consent !== 'agent' && hashOfAction(ctx.owner, schedule) === row.consent_hash;
  const input = keyed(operation, schedule.input, run);
  if (isConsented) return outcomeOf(operation, await ctx.call(operation, input));
  const agent = { ...ctx.actor, permissions, place: `schedules.run:${run.id}` };
  const call = { id: run.id, name: toolNameOf(operation), input: schedule.input };
  const answer = await ctx.toolbox.execute(agent, call, ctx.signal);
  if (answer.state === 'failed') throw answer.failure;
  return answer.state === 'done' ? outcomeOf(operation, answer.output) : { state: 'asks', outcome: answer.preview };
}

export function perform(ctx: Context, row: ScheduleRow, run: RunRow): Promise<Outcome> {
  if (row.action_kind === 'remind') return remind(ctx, row, run);
  if (row.action_kind === 'operation') return operate(ctx, row, run);
  const isConsented = row.consent !== 'agent' && hashOfAction(ctx.owner, parsedOf(row)) === row.consent_hash;
  if (!isConsented) throw new Failure('forbidden', 'Nobody agreed to what this schedule would say in your name.');
  return ask(ctx, row, run);
}
