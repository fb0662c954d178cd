/**
 * All that is sent for one answer, within the model's window: rules and standing instructions first, then what is
 * remembered, then summaries, then the talk itself, newest turns first. The gauge (`chat.context`) shows the same.
 */
import { correctionsOf } from '../../../core/learning/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { GroundingCorrection } from '../../../kernel/grounding.ts';
import type { ModelChoice, ModelMessage, ModelRequest, ToolDescription } from '../../../kernel/ports.ts';
import {
  INSTRUCTIONS_MAX,
  listInstructionRows,
  type Summary,
  summariesOn,
  type Turn,
} from '../../conversations/index.ts';
import {
  type ComposedPrompt,
  composePrompt,
  estimateTokens,
  type PartOfPrompt,
  wornPersona,
} from '../../persona/index.ts';
import type { AnswerOptions } from '../request.ts';
import { type ShownFiles, showFiles } from './attached.ts';
import { type Serving, servingFor } from './goals.ts';
import { type Recalled, recallFor } from './grounding.ts';
import { type ChosenTools, chooseTools } from './offered-tools.ts';
import { recalledPassage } from './passages.ts';
import { type Window, windowOf } from './window.ts';

/** Room for the answer when the request does not say. */
const ANSWER_TOKENS = 1024;
/** Of what is left after answer and tools: what may be remembered, so that the talk keeps the larger part. */
const SYSTEM_SHARE = 0.45;
/** Neither answer nor tools may take more than this of the window. */
const QUARTER = 0.25;
/** Turns that say what the talk is about now. */
const RECENT_TURNS = 4;

export interface AnswerPrompt {
  readonly model: ModelChoice;
  readonly system: ComposedPrompt;
  readonly window: Window;
  readonly tools: ChosenTools;
  readonly recalled: Recalled;
  readonly serving: Serving;
  readonly files: ShownFiles;
  readonly corrections: readonly GroundingCorrection[];
  readonly answerTokens: number;
  /** Turns in no summary and not in the window. */
  readonly uncovered: readonly Turn[];
}

export interface PromptFor {
  readonly conversationId: string | null;
  /** From the first turn to the one that is answered. */
  readonly path: readonly Turn[];
  readonly options: AnswerOptions;
  readonly model: ModelChoice;
}

async function toolsFor(ctx: Context, path: readonly Turn[], model: ModelChoice): Promise<ChosenTools> {
  // The offline model reads the catalog, not the prompt.
  if (model.id === 'offline') return { tools: ctx.toolbox.tools(), tokens: 0, leftOut: 0 };
  const all = await ctx.toolbox.offered(ctx.actor, ctx.signal);
  const recent = path.slice(-RECENT_TURNS);
  const said = path.findLast(({ role }) => role === 'user')?.content ?? '';
  const { operation } = ctx.language.understand(said.slice(0, 500));
  const wanted = new Set(path.flatMap(({ metadata }) => (metadata.calls ?? []).map((call) => call.operation)));
  if (operation) {
    wanted.add(operation);
    wanted.add(operation.replace(/\.\w+$/, '.list'));
  }
  const talk = recent.map(({ content }) => content.slice(0, 2000)).join(' ');
  return chooseTools(all, { talk, wanted, tokensMax: model.contextTokens * QUARTER });
}

const recalledSummary = ({ id, text, trust, created_at }: Summary) => ({
  id,
  text,
  source: `summary of earlier turns of this conversation, trust: ${trust}`,
  when: created_at,
});

interface Room {
  readonly recalled: Recalled;
  readonly serving: Serving;
  readonly summaries: readonly Summary[];
  readonly tokensMax: number;
}

async function systemFor(ctx: Context, { recalled, serving, summaries, tokensMax }: Room): Promise<ComposedPrompt> {
  const { persona } = await wornPersona(ctx);
  const instructions = await listInstructionRows(ctx.owner, ctx.db, INSTRUCTIONS_MAX);
  const { facts, turns, passages = [] } = recalled.grounding;
  return composePrompt({
    persona,
    instructions: instructions.filter(({ is_active }) => is_active).map(({ text }) => text),
    facts: [...serving.facts, ...facts],
    passages: passages.map(recalledPassage),
    summaries: summaries.map(recalledSummary),
    turns: turns.map(({ speaker, ...rest }) => ({ ...rest, source: speaker ? `${speaker} said` : 'you said' })),
    now: ctx.clock.now(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    tokensMax,
  });
}

export async function promptFor(
  ctx: Context,
  { conversationId, path, options, model }: PromptFor,
): Promise<AnswerPrompt> {
  const answerTokens = Math.min(options.max_length ?? ANSWER_TOKENS, Math.floor(model.contextTokens * QUARTER));
  const tools = await toolsFor(ctx, path, model);
  const clientTokens = estimateTokens(JSON.stringify(options.client_tools ?? ''));
  const room = model.contextTokens - answerTokens - tools.tokens - clientTokens;
  const files = await showFiles(ctx, path, { model, tokensMax: room * (1 - SYSTEM_SHARE) });
  const summaries = conversationId ? await summariesOn(ctx, conversationId, path) : [];
  // What the talk would hold if memory took its whole share; what memory leaves is given to the talk below.
  const certain = windowOf(path, room * (1 - SYSTEM_SHARE), files.byTurn);
  const question = path.findLast(({ role }) => role === 'user')?.content ?? '';
  const recalled = await recallFor(ctx, question, certain.turnIds);
  const serving = await servingFor(ctx, question);
  const outside = summaries.filter(({ turn_ids }) => turn_ids.some((id) => !certain.turnIds.has(id)));
  const tokensMax = Math.floor(room * SYSTEM_SHARE);
  const system = await systemFor(ctx, { recalled, serving, summaries: outside.toReversed(), tokensMax });
  const window = windowOf(path, room - system.tokens, files.byTurn);
  const covered = new Set(summaries.flatMap(({ turn_ids }) => turn_ids));
  const uncovered = certain.leftOut.filter(({ id }) => !covered.has(id));
  const corrections = await correctionsOf(ctx);
  return { model, system, window, tools, recalled, serving, files, corrections, answerTokens, uncovered };
}

type ClientTool = NonNullable<AnswerOptions['client_tools']>[number];

const descriptionOf = ({ name, description, input_schema }: ClientTool): ToolDescription => ({
  name,
  description,
  inputSchema: input_schema,
});

/** The request of one step; `made` is what this answer already holds of calls and outcomes. */
export function requestOf(prompt: AnswerPrompt, made: readonly ModelMessage[], options: AnswerOptions): ModelRequest {
  const { system, window, tools, recalled, files, corrections } = prompt;
  return {
    system: system.text,
    messages: [...window.messages, ...made],
    tools: [...tools.tools, ...(options.client_tools ?? []).map(descriptionOf)],
    grounding: {
      ...recalled.grounding,
      turns: [...recalled.grounding.turns, ...files.grounding.turns],
      passages: [...files.grounding.passages, ...(recalled.grounding.passages ?? [])],
      corrections,
    },
    ...(options.max_length === undefined ? {} : { tokensMax: options.max_length }),
    ...(options.temperature === undefined ? {} : { temperature: options.temperature }),
    ...(options.top_k === undefined ? {} : { topK: options.top_k }),
  };
}

export type { PartOfPrompt };
