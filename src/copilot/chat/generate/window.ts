/** The talk before an answer as model messages: newest turns first in priority, oldest first in order, within a budget. */
import type { ModelMessage } from '../../../kernel/ports.ts';
import type { Turn, TurnCall } from '../../conversations/index.ts';

const CHARS_PER_TOKEN = 4;

/** What the model is told of a call: its output, or why there is none. */
function resultOf({ state, result }: TurnCall): unknown {
  if (state === 'done' || state === 'failed') return result;
  if (state === 'denied')
    return { error: { code: 'denied', message: 'The owner denied this. Do not try again.' }, ...(result as object) };
  return { error: { code: 'not_approved', message: 'The owner has not approved this.' } };
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
      result: resultOf(call),
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
  if (role === 'assistant') return messagesOfAnswer(content, metadata.calls ?? []);
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
