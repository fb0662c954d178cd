/** Nima's answer in OpenAI's words: whole, or piece by piece. Pure. */

/** The events of `chat.complete` that other programs understand. */
export type AnswerEvent =
  | { readonly type: 'text.delta'; readonly text: string }
  | { readonly type: 'tool.call'; readonly call: Call }
  | {
      readonly type: 'turn.ended';
      readonly turn_id: string;
      readonly status: string;
      readonly error: { readonly kind: string; readonly code: string; readonly message: string } | null;
    }
  | { readonly type: 'turn.started' | 'recall' | 'tool.result' };

interface Call {
  readonly call_id: string;
  readonly operation: string;
  readonly state: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

export interface Usage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
}

export interface Head {
  readonly id: string;
  readonly model: string;
  /** Seconds since 1970. */
  readonly created: number;
}

/** What came so far; a call is the client's only when it was handed over. */
export class Collected {
  text = '';
  readonly calls: Call[] = [];

  take(event: AnswerEvent): void {
    if (event.type === 'text.delta') this.text += event.text;
    if (event.type === 'tool.call' && event.call.state === 'handed') this.calls.push(event.call);
  }

  get finishReason(): 'stop' | 'tool_calls' {
    return this.calls.length > 0 ? 'tool_calls' : 'stop';
  }
}

const callOf = ({ call_id, operation, arguments: given }: Call) => ({
  id: call_id,
  type: 'function' as const,
  function: { name: operation, arguments: JSON.stringify(given) },
});

export function wholeAnswer(head: Head, collected: Collected, usage: Usage): object {
  const { text, calls, finishReason } = collected;
  const message = {
    role: 'assistant',
    content: text === '' && calls.length > 0 ? null : text,
    refusal: null,
    ...(calls.length > 0 ? { tool_calls: calls.map(callOf) } : {}),
  };
  const choice = { index: 0, message, finish_reason: finishReason, logprobs: null };
  return { ...head, object: 'chat.completion', choices: [choice], usage };
}

function chunk(head: Head, delta: object, finishReason: string | null = null): object {
  const choice = { index: 0, delta, finish_reason: finishReason, logprobs: null };
  return { ...head, object: 'chat.completion.chunk', choices: [choice] };
}

/** The chunk of an event, or null where other programs need not know. `collected` has taken the event already. */
export function chunkOf(head: Head, event: AnswerEvent, collected: Collected): object | null {
  if (event.type === 'text.delta') return chunk(head, { content: event.text });
  if (event.type === 'tool.call' && event.call.state === 'handed') {
    return chunk(head, { tool_calls: [{ index: collected.calls.length - 1, ...callOf(event.call) }] });
  }
  return event.type === 'turn.ended' ? chunk(head, {}, collected.finishReason) : null;
}

export const firstChunk = (head: Head): object => chunk(head, { role: 'assistant', content: '' });

export const usageChunk = (head: Head, usage: Usage): object => ({
  ...head,
  object: 'chat.completion.chunk',
  choices: [],
  usage,
});
