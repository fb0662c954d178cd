/** Runs the tools a step asked for, through the pipeline, and puts each outcome on record before the next. */
import type { Context } from '../../../kernel/context.ts';
import { Failure } from '../../../kernel/errors.ts';
import type { ToolCall, ToolOutcome } from '../../../kernel/ports.ts';
import type { TurnCall } from '../../conversations/index.ts';
import type { Draft } from './draft.ts';
import { teach } from './taught.ts';

/** Longest output kept with a turn and shown to the model; a list that long is better asked for in pages. */
const RESULT_CHARS_MAX = 20_000;

function bounded(output: unknown): unknown {
  const text = JSON.stringify(output) ?? 'null';
  if (text.length <= RESULT_CHARS_MAX) return output;
  return { shortened: true, text: text.slice(0, RESULT_CHARS_MAX) };
}

function settle(call: TurnCall, outcome: ToolOutcome): TurnCall {
  if (outcome.state === 'done') return { ...call, state: 'done', result: bounded(outcome.output), undo: outcome.undo };
  if (outcome.state === 'asks') {
    const { approvalId, preview, expiresAt } = outcome;
    return { ...call, state: 'asks', approval_id: approvalId, preview, expires_at: expiresAt };
  }
  const { kind, code, message } = outcome.failure;
  return { ...call, state: 'failed', result: { error: { kind, code, message } } };
}

/** Between a tool server and its tool; no operation of Nima has it in its name. */
const FOREIGN = '__';

/** A tool from outside goes through the one operation that calls them, by its full name. */
function ownCall(
  ctx: Context,
  { name, input }: ToolCall,
): Pick<TurnCall, 'operation' | 'effect' | 'arguments' | 'summary'> {
  const isForeign = name.includes(FOREIGN);
  const tool = ctx.toolbox.tools().find((offered) => offered.name === (isForeign ? 'tools_call' : name));
  return {
    operation: tool?.operation ?? name,
    effect: tool?.effect ?? 'read',
    arguments: isForeign ? { tool: name, arguments: input } : input,
    summary: tool?.summary ?? name,
  };
}

function recordOf(ctx: Context, draft: Draft, call: ToolCall): TurnCall {
  const { id } = call;
  return {
    ...ownCall(ctx, call),
    // Some servers number the calls of each step anew; on record every call keeps its own place.
    call_id: id && !draft.calls.some(({ call_id }) => call_id === id) ? id : ctx.newId(),
    state: 'running',
    preview: null,
    approval_id: null,
    expires_at: null,
    result: null,
    undo: null,
  };
}

/** In a private talk nothing is put into memory or learned, not even when asked to: that would be a trace of it. */
const mayRun = ({ isPrivate }: Draft, { operation, effect }: TurnCall): boolean =>
  !isPrivate || effect === 'read' || !/^(?:memory|learning)\./.test(operation);

const rememberedNowhere = (): Failure =>
  new Failure('forbidden', 'This conversation is private, so nothing of it is remembered. Say it in another one.', {
    code: 'conversation_private',
  });

interface Place {
  readonly turnId: string;
  readonly signal: AbortSignal;
  /** Names of tools that the program talking to Nima runs itself. */
  readonly clientTools?: ReadonlySet<string>;
}

export async function runCall(
  ctx: Context,
  draft: Draft,
  call: TurnCall,
  { turnId, signal }: Place,
): Promise<TurnCall> {
  const request = { id: call.call_id, name: call.operation.replaceAll('.', '_'), input: call.arguments };
  const outcome = mayRun(draft, call)
    ? ((await teach(ctx, draft, { call, turnId })) ??
      (await ctx.toolbox.execute({ ...ctx.actor, place: turnId }, request, signal)))
    : ({ state: 'failed', failure: rememberedNowhere() } as const);
  const settled = settle(call, outcome);
  await draft.record(settled);
  return settled;
}

/** `asks`: one waits for the owner. `handed`: one waits for the program that brought its tool. */
export type CallsOutcome = 'settled' | 'asks' | 'handed';

export async function runCalls(
  ctx: Context,
  draft: Draft,
  calls: readonly ToolCall[],
  place: Place,
): Promise<CallsOutcome> {
  for (const asked of calls) {
    place.signal.throwIfAborted();
    const call = recordOf(ctx, draft, asked);
    if (place.clientTools?.has(asked.name)) {
      await draft.record({ ...call, state: 'handed', summary: `${asked.name}, a tool of the program that asks` });
      continue;
    }
    await draft.record(call);
    await runCall(ctx, draft, call, place);
  }
  if (draft.calls.some(({ state }) => state === 'asks')) return 'asks';
  return draft.calls.some(({ state }) => state === 'handed') ? 'handed' : 'settled';
}
