/** The talk before an answer as model messages: newest turns first in priority, oldest first in order, within a budget. */
import { Failure, type FailureKind } from '../../../kernel/errors.ts';
import type { ModelMessage, ToolOutcome } from '../../../kernel/ports.ts';
import type { Turn, TurnCall, TurnPart } from '../../conversations/index.ts';
import { estimateTokens } from '../../persona/index.ts';
import { partsOf } from './parts.ts';

/** What the model is told of a call: its outcome, or why it was not run. */
function outcomeOf({ state, result, undo }: TurnCall): ToolOutcome {
  if (state === 'done') return { state, output: result, undo };
  const { error, reason } = (result ?? {}) as {
    error?: { kind: FailureKind; code: string; message: string };
    reason?: string;
  };
  if (state === 'failed' && error)
    return { state, failure: new Failure(error.kind, error.message, { code: error.code }) };
  const text =
    state === 'denied'
      ? `The owner denied this${reason ? `: ${reason}` : ''}. Nothing was changed.`
      : 'The owner has not approved this.';
  return {
    state: 'failed',
    failure: new Failure('forbidden', text, { code: state === 'denied' ? 'denied' : 'not_approved' }),
  };
}

const toolOf = ({ operation }: TurnCall): string => operation.replaceAll('.', '_');

export interface AnswerSoFar {
  readonly text: string;
  readonly calls: readonly TurnCall[];
  readonly parts?: readonly TurnPart[] | undefined;
}

/** A stretch of text with the calls that follow it, and then what came of them: one step of the model. */
function stepMessages(text: string, calls: readonly TurnCall[]): ModelMessage[] {
  if (text.trim() === '' && calls.length === 0) return [];
  const asked = calls.map((call) => ({ id: call.call_id, name: toolOf(call), input: call.arguments }));
  const outcomes = calls.map(
    (call): ModelMessage => ({ role: 'tool', callId: call.call_id, name: toolOf(call), result: outcomeOf(call) }),
  );
  return [{ role: 'assistant', text, calls: asked }, ...outcomes];
}

/** An assistant turn as the model made it: text and calls in their order, each call with its outcome. */
export function messagesOfAnswer({ text, calls, parts }: AnswerSoFar): ModelMessage[] {
  const byId = new Map(calls.map((call) => [call.call_id, call]));
  const ordered = partsOf(parts, text, [...byId.keys()]);
  const messages: ModelMessage[] = [];
  let said = '';
  let asked: TurnCall[] = [];
  for (const part of ordered) {
    if (part.type === 'call') {
      const call = byId.get(part.call_id);
      if (call) asked.push(call);
      continue;
    }
    if (asked.length > 0) {
      messages.push(...stepMessages(said, asked));
      said = '';
      asked = [];
    }
    said += text.slice(part.from, part.to).trim();
  }
  return [...messages, ...stepMessages(said, asked)];
}

/** The answer in the making: what was said after the last call is not shown, so that the model goes on from the outcome. */
export function messagesOfDraft(draft: AnswerSoFar): ModelMessage[] {
  const messages = messagesOfAnswer(draft);
  const last = messages.at(-1);
  return last?.role === 'assistant' && last.calls.length === 0 ? messages.slice(0, -1) : messages;
}

/** What came with a turn, ready for the model. */
export interface Shown {
  /** Fenced text of files; empty for none. */
  readonly text: string;
  readonly images: Extract<ModelMessage, { role: 'user' }>['images'];
  readonly tokens: number;
}

function messagesOf({ role, content, metadata }: Turn, shown: Shown | undefined): ModelMessage[] {
  if (role === 'assistant') {
    // An answer that failed before its first word says nothing, and vendors refuse empty messages.
    return messagesOfAnswer({ text: content, calls: metadata.calls ?? [], parts: metadata.parts });
  }
  // A client's system message is the owner's word, not Nima's own rules: it goes where the owner speaks.
  const text = shown?.text ? `${content}\n\n${shown.text}` : content;
  return [{ role: 'user', text, ...(shown?.images?.length ? { images: shown.images } : {}) }];
}

const tokensOf = ({ content, metadata }: Turn): number =>
  estimateTokens(content) + (metadata.calls ? estimateTokens(JSON.stringify(metadata.calls)) : 0);

export interface Window {
  readonly messages: ModelMessage[];
  readonly turnIds: ReadonlySet<string>;
  readonly tokens: number;
  /** Turns that found no room, oldest first. */
  readonly leftOut: readonly Turn[];
}

/** `turns` from the first to the one that is answered; always holds at least that last one. */
export function windowOf(
  turns: readonly Turn[],
  tokensMax: number,
  shown: ReadonlyMap<string, Shown> = new Map(),
): Window {
  let tokens = 0;
  let first = turns.length;
  for (const turn of turns.toReversed()) {
    const cost = tokensOf(turn) + (shown.get(turn.id)?.tokens ?? 0);
    if (tokens + cost > tokensMax && first < turns.length) break;
    tokens += cost;
    first -= 1;
  }
  const kept = turns.slice(first);
  return {
    messages: kept.flatMap((turn) => messagesOf(turn, shown.get(turn.id))),
    turnIds: new Set(kept.map(({ id }) => id)),
    tokens,
    leftOut: turns.slice(0, first),
  };
}
