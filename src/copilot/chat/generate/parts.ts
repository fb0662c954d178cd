/** The order of an answer: stretches of its text and its calls, as they came. Pure. */
import type { TurnPart } from '../../conversations/index.ts';

/** `length` is that of the whole text now; what is new of it goes to the last stretch, or begins one. */
export function withText(parts: readonly TurnPart[], length: number): TurnPart[] {
  const from = textEnd(parts);
  if (length <= from) return [...parts];
  const last = parts.at(-1);
  if (last?.type === 'text') return [...parts.slice(0, -1), { ...last, to: length }];
  return [...parts, { type: 'text', from, to: length }];
}

export function withCall(parts: readonly TurnPart[], callId: string): TurnPart[] {
  const isKnown = parts.some((part) => part.type === 'call' && part.call_id === callId);
  return isKnown ? [...parts] : [...parts, { type: 'call', call_id: callId }];
}

function textEnd(parts: readonly TurnPart[]): number {
  const last = parts.findLast((part) => part.type === 'text');
  return last?.type === 'text' ? last.to : 0;
}

/** For answers from before the order was kept: calls first, then all that was said. */
export function partsOf(parts: readonly TurnPart[] | undefined, text: string, callIds: readonly string[]): TurnPart[] {
  if (parts) return withText(parts, text.length);
  return withText(
    callIds.map((call_id) => ({ type: 'call', call_id })),
    text.length,
  );
}
