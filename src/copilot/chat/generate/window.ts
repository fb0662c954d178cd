/** The talk before an answer as model messages: newest turns first in priority, oldest first in order, within a budget. */
import { Failure, type FailureKind } from '../../../kernel/errors.ts';
import type { ModelMessage, ToolOutcome } from '../../../kernel/ports.ts';
import type { Turn, TurnCall } from '../../conversations/index.ts';

const CHARS_PER_TOKEN = 4;

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

/** An assistant turn with its calls and their outcomes, as the model made them. */
export function messagesOfAnswer(text: string, calls: readonly TurnCall[]): ModelMessage[] {
  const asked = calls.map(({ call_id, operation, arguments: input }) => ({
    id: call_id,
    name: operation.replaceAll('.', '_'),
    input,
  }));
  const outcomes = calls.map(
    (call): ModelMessage => ({
      role: 'tool',
      callId: call.call_id,
      name: call.operation.replaceAll('.', '_'),
      result: outcomeOf(call),
    }),
  );
  return calls.length === 0
    ? [{ role: 'assistant', text, calls: [] }]
    : [
        { role: 'assistant', text: '', calls: asked },
        ...outcomes,
        ...(text ? [{ role: 'assistant' as const, text, calls: [] }] : []),
      ];
}

function messagesOf({ role, content, metadata }: Turn): ModelMessage[] {
  if (role === 'assistant') {
    const calls = metadata.calls ?? [];
    // An answer that failed before its first word says nothing, and vendors refuse empty messages.
    return content === '' && calls.length === 0 ? [] : messagesOfAnswer(content, calls);
  }
  // A client's system message is the owner's word, not Nima's own rules: it goes where the owner speaks.
  return [{ role: 'user', text: content }];
}

/** `turns` from the first to the one that is answered; always holds at least that last one. */
export function windowOf(
  turns: readonly Turn[],
  tokensMax: number,
): { messages: ModelMessage[]; turnIds: Set<string> } {
  let room = tokensMax * CHARS_PER_TOKEN;
  const kept: Turn[] = [];
  for (const turn of turns.toReversed()) {
    room -= turn.content.length + JSON.stringify(turn.metadata.calls ?? []).length;
    if (room < 0 && kept.length > 0) break;
    kept.push(turn);
  }
  kept.reverse();
  return { messages: kept.flatMap(messagesOf), turnIds: new Set(kept.map(({ id }) => id)) };
}
