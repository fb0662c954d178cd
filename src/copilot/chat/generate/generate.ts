/**
 * Makes one answer: recall, compose, then steps of model and tools until the model has nothing more to ask. Ends the
 * turn in every case; a stop keeps the partial text.
 */
import type { Context } from '../../../kernel/context.ts';
import { asFailure, Failure } from '../../../kernel/errors.ts';
import type { ModelChoice, StreamWriter } from '../../../kernel/ports.ts';
import { branchOf, findConversation, listTurns, summarizeLater, type Turn } from '../../conversations/index.ts';
import { wornPersona } from '../../persona/index.ts';
import { type AnswerOptions, optionsSchema } from '../request.ts';
import { noticeOf } from './attached.ts';
import { continueIfDecided } from './decided.ts';
import { Draft } from './draft.ts';
import { interrupted } from './interrupted.ts';
import { type AnswerPrompt, promptFor, requestOf } from './prompt.ts';
import { runStep } from './step.ts';
import { runCalls } from './tools.ts';
import { messagesOfDraft } from './window.ts';

/** Steps of one answer; a model that still calls tools after eight is going in circles. */
const STEPS_MAX = 8;

export interface Answering {
  readonly turn: Turn;
  readonly writer: StreamWriter;
}

/** All that is sent, and word to whoever summarizes when something of the talk is neither sent nor summarized. */
async function preparePrompt(ctx: Context, turn: Turn, model: ModelChoice): Promise<AnswerPrompt> {
  const { conversation_id: conversationId } = turn;
  const path = branchOf(await listTurns(ctx.owner, ctx.db, conversationId), turn.parent_id);
  const options: AnswerOptions = optionsSchema.parse(turn.metadata.options ?? {});
  const prompt = await promptFor(ctx, { conversationId, path, options, model });
  const newest = prompt.uncovered.at(-1);
  if (newest) await summarizeLater(ctx, { conversationId, turnId: newest.id });
  return prompt;
}

async function makeAnswer(
  ctx: Context,
  draft: Draft,
  { turn, writer, model }: Answering & { model: ModelChoice },
): Promise<'complete' | 'asks'> {
  const signal = AbortSignal.any([writer.stopped, ctx.signal]);
  const prompt = await preparePrompt(ctx, turn, model);
  const { recalled } = prompt;
  draft.goals = prompt.serving.goals;
  const isResumed = draft.calls.length > 0;
  if (!isResumed) {
    draft.tell({
      type: 'recall',
      facts: [...recalled.facts],
      turns: [...recalled.turns],
      passages: [...recalled.passages],
    });
    await draft.add(noticeOf(prompt.files, model.label));
  }
  const persona = await wornPersona(ctx);
  const options: AnswerOptions = optionsSchema.parse(turn.metadata.options ?? {});
  const clientTools = new Set((options.client_tools ?? []).map(({ name }) => name));
  for (let step = 0; step < STEPS_MAX; step++) {
    const made = draft.calls.length > 0 ? messagesOfDraft(draft) : [];
    const calls = await runStep(ctx, draft, { request: requestOf(prompt, made, options), recalled, persona, signal });
    if (calls.length === 0) return 'complete';
    const outcome = await runCalls(ctx, draft, calls, { turnId: turn.id, signal, clientTools });
    if (outcome === 'handed') return 'complete';
    if (outcome === 'asks') {
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
    draft.isPrivate = (await findConversation(ctx.owner, ctx.db, turn.conversation_id))?.private ?? false;
    if (draft.calls.length === 0) {
      draft.tell({
        type: 'turn.started',
        conversation_id: turn.conversation_id,
        turn_id: turn.id,
        user_turn_id: turn.parent_id,
        private: draft.isPrivate,
        model: { id: model.id, label: model.label, leaves_machine: model.leavesMachine },
      });
      await draft.told();
    }
    const status = await makeAnswer(ctx, draft, { ...answering, model });
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
