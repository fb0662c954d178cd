/**
 * Makes one answer: recall, compose, then steps of model and tools until the model has nothing more to ask. Ends the
 * turn in every case; a stop keeps the partial text.
 */
import type { Context } from '../../../kernel/context.ts';
import { asFailure, Failure } from '../../../kernel/errors.ts';
import type { StreamWriter } from '../../../kernel/ports.ts';
import { listTurns, type Turn } from '../../conversations/index.ts';
import { composePrompt, zenEngineer } from '../../persona/index.ts';
import { type AnswerOptions, optionsSchema } from '../request.ts';
import { continueIfDecided } from './decided.ts';
import { Draft } from './draft.ts';
import { recalledPassage, recallFor } from './grounding.ts';
import { interrupted } from './interrupted.ts';
import { runStep } from './step.ts';
import { runCalls } from './tools.ts';
import { messagesOfAnswer, windowOf } from './window.ts';

/** Steps of one answer; a model that still calls tools after eight is going in circles. */
const STEPS_MAX = 8;
/** Prompt budget: fits the smallest window common today (8k) with room for the answer. */
const SYSTEM_TOKENS_MAX = 2500;
const WINDOW_TOKENS_MAX = 4500;

function pathTo(turns: readonly Turn[], id: string | null): Turn[] {
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  const path: Turn[] = [];
  for (let turn = byId.get(id ?? ''); turn; turn = byId.get(turn.parent_id ?? '')) path.push(turn);
  return path.reverse();
}

export interface Answering {
  readonly turn: Turn;
  readonly writer: StreamWriter;
}

async function makeAnswer(ctx: Context, draft: Draft, { turn, writer }: Answering): Promise<'complete' | 'asks'> {
  const signal = AbortSignal.any([writer.stopped, ctx.signal]);
  const path = pathTo(await listTurns(ctx.owner, ctx.db, turn.conversation_id), turn.parent_id);
  const { messages, turnIds } = windowOf(path, WINDOW_TOKENS_MAX);
  const question = path.findLast(({ role }) => role === 'user')?.content ?? '';
  const recalled = await recallFor(ctx, question, turnIds);
  const isResumed = draft.calls.length > 0;
  if (!isResumed)
    draft.tell({
      type: 'recall',
      facts: [...recalled.facts],
      turns: [...recalled.turns],
      passages: [...recalled.passages],
    });
  const persona = await zenEngineer.load();
  const options: AnswerOptions = optionsSchema.parse(turn.metadata.options ?? {});
  const system = composePrompt({
    persona: persona.persona,
    facts: recalled.grounding.facts,
    passages: [
      ...recalled.grounding.turns.map(({ speaker, ...rest }) => ({
        ...rest,
        source: speaker ? `${speaker} said` : 'you said',
      })),
      ...(recalled.grounding.passages ?? []).map(recalledPassage),
    ],
    now: ctx.clock.now(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    tokensMax: SYSTEM_TOKENS_MAX,
  }).text;
  for (let step = 0; step < STEPS_MAX; step++) {
    const request = {
      system,
      messages: draft.calls.length > 0 ? [...messages, ...messagesOfAnswer('', draft.calls)] : messages,
      tools: ctx.toolbox.tools(),
      grounding: recalled.grounding,
      ...(options.max_length === undefined ? {} : { tokensMax: options.max_length }),
      ...(options.temperature === undefined ? {} : { temperature: options.temperature }),
      ...(options.top_k === undefined ? {} : { topK: options.top_k }),
    };
    const calls = await runStep(ctx, draft, { request, recalled, persona, signal });
    if (calls.length === 0) return 'complete';
    const isSettled = await runCalls(ctx, draft, calls, { turnId: turn.id, signal });
    if (!isSettled) {
      await draft.add(waitingText(draft));
      return 'asks';
    }
  }
  throw new Failure(
    'limit',
    `The model asked for tools ${STEPS_MAX} times without an answer. Ask again in smaller steps.`,
    {
      code: 'steps_exhausted',
    },
  );
}

/** Said for those who read the answer without cards: what waits, and on whom. */
function waitingText({ text, calls }: Draft): string {
  const previews = calls.filter(({ state }) => state === 'asks').map(({ preview, summary }) => preview ?? summary);
  const sentences = previews.map((preview) => (/[.!?]$/.test(preview) ? preview : `${preview}.`));
  return `${text ? '\n\n' : ''}${sentences.join(' ')} This waits for your approval.`;
}

export async function generate(ctx: Context, answering: Answering): Promise<void> {
  const { turn, writer } = answering;
  const draft = new Draft(ctx, turn, writer);
  try {
    const model = await ctx.models.choose();
    draft.model = model;
    if (draft.calls.length === 0) {
      draft.tell({
        type: 'turn.started',
        conversation_id: turn.conversation_id,
        turn_id: turn.id,
        user_turn_id: turn.parent_id,
        model: { id: model.id, label: model.label, leaves_machine: model.leavesMachine },
      });
    }
    const status = await makeAnswer(ctx, draft, answering);
    await draft.end(status, null);
  } catch (thrown) {
    if (writer.stopped.aborted) return draft.end('stopped', null);
    if (ctx.signal.aborted) return draft.end('interrupted', interrupted(thrown));
    const failure = asFailure(thrown);
    if (failure.kind === 'internal') ctx.log.error('answer failed', { turnId: turn.id, cause: thrown });
    return draft.end('failed', failure);
  }
  await continueIfDecided(ctx, turn.id, draft.calls);
}
