/** One step of an answer: the model speaks through the style review into the draft, and names the tools it wants. */
import type { Context } from '../../../kernel/context.ts';
import type { ModelRequest, ToolCall } from '../../../kernel/ports.ts';
import { createStreamReview, estimateTokens, type PersonaPack } from '../../persona/index.ts';
import type { Draft } from './draft.ts';
import { type Recalled, usedIn } from './grounding.ts';

interface Step {
  readonly request: ModelRequest;
  readonly recalled: Recalled;
  readonly persona: PersonaPack;
  readonly signal: AbortSignal;
}

/** For models that do not count; pictures are left out, vendors count them each in their own way. */
function estimateRequest({ system, messages, tools }: ModelRequest): number {
  const texts = messages.map((message) => (message.role === 'user' ? message.text : JSON.stringify(message)));
  return estimateTokens(system) + estimateTokens(texts.join('')) + estimateTokens(JSON.stringify(tools));
}

/** Returns the calls the model asks for; none means the answer is complete. */
export async function runStep(
  ctx: Context,
  draft: Draft,
  { request, recalled, persona, signal }: Step,
): Promise<ToolCall[]> {
  const calls: ToolCall[] = [];
  const review = createStreamReview(persona.review);
  const before = draft.text.length;
  if (draft.text && !draft.text.endsWith('\n')) await draft.add('\n\n');
  try {
    for await (const event of ctx.models.stream(request, signal)) {
      if (event.type === 'text') await draft.add(review.push(event.text));
      else if (event.type === 'call') calls.push(event.call);
      else {
        draft.answeredBy = event.model;
        draft.spent.input += event.inputTokens || estimateRequest(request);
        draft.spent.output += event.outputTokens || estimateTokens(draft.text.slice(before));
        cite(draft, recalled, { facts: event.factsUsed, turns: event.turnsUsed, passages: event.passagesUsed });
      }
    }
  } finally {
    // Also when stopped or cut off: what was held back for review belongs to the partial answer.
    await draft.add(review.end());
  }
  if (draft.factsUsed.length === 0 && draft.answeredBy !== 'offline') {
    const said = draft.text.slice(before);
    const { facts, turns, passages = [] } = recalled.grounding;
    cite(draft, recalled, {
      facts: usedIn(said, facts),
      turns: usedIn(said, turns),
      passages: usedIn(said, passages),
    });
  }
  return calls;
}

function cite(
  draft: Draft,
  { facts, turns, passages }: Recalled,
  used: { [K in 'facts' | 'turns' | 'passages']: readonly string[] | undefined },
): void {
  const merge = <T extends { id: string }>(
    before: readonly T[],
    all: readonly T[],
    ids: readonly string[] = [],
  ): T[] => [...before, ...all.filter(({ id }) => ids.includes(id) && !before.some((known) => known.id === id))];
  draft.factsUsed = merge(draft.factsUsed, facts, used.facts);
  draft.turnsUsed = merge(draft.turnsUsed, turns, used.turns);
  draft.passagesUsed = merge(draft.passagesUsed, passages, used.passages);
}
