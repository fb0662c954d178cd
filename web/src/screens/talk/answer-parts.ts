/** The order of an answer: stretches of its text and its calls, kept while they come, and cut into what is shown. Pure. */
import type { Call, TurnPart } from '../../api/nima.ts';

/** `length` is that of the whole text now; what is new goes to the last stretch, or begins one after a call. */
export function withTextPart(parts: readonly TurnPart[], length: number): TurnPart[] {
  const last = parts.at(-1);
  if (last?.type === 'text') return [...parts.slice(0, -1), { ...last, to: length }];
  const before = parts.findLast((part) => part.type === 'text');
  return [...parts, { type: 'text', from: before?.type === 'text' ? before.to : 0, to: length }];
}

export function withCallPart(parts: readonly TurnPart[], callId: string): TurnPart[] {
  const isKnown = parts.some((part) => part.type === 'call' && part.call_id === callId);
  return isKnown ? [...parts] : [...parts, { type: 'call', call_id: callId }];
}

export type Block =
  | { readonly type: 'text'; readonly key: string; readonly text: string }
  | { readonly type: 'calls'; readonly key: string; readonly calls: readonly Call[] };

interface Made {
  readonly text: string;
  readonly calls: readonly Call[];
  readonly parts: readonly TurnPart[];
}

/** Every call has its place, and no letter is lost, whatever the parts name. */
function completed({ text, calls, parts }: Made): TurnPart[] {
  const known = parts.filter((part) => part.type === 'text' || calls.some(({ call_id }) => call_id === part.call_id));
  const withCalls = calls.reduce<TurnPart[]>((before, { call_id }) => withCallPart(before, call_id), [...known]);
  const end = Math.max(0, ...withCalls.map((part) => (part.type === 'text' ? part.to : 0)));
  return end < text.length ? withTextPart(withCalls, text.length) : withCalls;
}

/** What is shown, top to bottom: stretches of text, and between them the calls that follow one another. */
export function blocksOf(made: Made): Block[] {
  const blocks: Block[] = [];
  for (const part of completed(made)) {
    const last = blocks.at(-1);
    if (part.type === 'text') {
      const text = made.text.slice(part.from, part.to);
      if (text.trim()) blocks.push({ type: 'text', key: `text ${part.from}`, text });
      continue;
    }
    const call = made.calls.find(({ call_id }) => call_id === part.call_id);
    if (!call) continue;
    if (last?.type === 'calls') blocks[blocks.length - 1] = { ...last, calls: [...last.calls, call] };
    else blocks.push({ type: 'calls', key: `calls ${call.call_id}`, calls: [call] });
  }
  return blocks;
}
