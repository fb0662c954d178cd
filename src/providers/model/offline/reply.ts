/** Decides the offline model's next act: call a tool, state what came of one, answer from memory, ask or admit. Pure. */
import type { Language } from '../../../kernel/ports.ts';
import { answerFromMemory } from './answer.ts';
import { type Command, lookupFor, referenceIn } from './command.ts';
import type { OfferedOperation, OfflineRequest, ToolStep } from './conversation.ts';
import { type Intent, intentOf } from './intent.ts';
import { isThing, labelOf, listIn } from './labels.ts';
import { TEACH } from './last.ts';
import { answerFromPacks } from './passages.ts';
import { isQuestion, readQuestion } from './question.ts';
import { guessQuestion, questionFor } from './questions.ts';
import { refer } from './refer.ts';
import { renderOutcome } from './render.ts';
import { type Persona, smallTalk } from './small-talk.ts';
import { isStatement, isTrouble } from './statement.ts';
import type { Teaching } from './taught.ts';

export type Act =
  | {
      readonly type: 'say';
      readonly text: string;
      readonly factsUsed?: readonly string[];
      readonly turnsUsed?: readonly string[];
      readonly passagesUsed?: readonly string[];
    }
  | { readonly type: 'call'; readonly tool: string; readonly input: Readonly<Record<string, unknown>> };

export interface Mind {
  readonly language: Language;
  readonly persona: Persona;
  readonly now: number;
}

const say = (text: string): Act => ({ type: 'say', text });
const UNKNOWN_REQUEST = 'I\'m not sure what to do with that. Say it in other words, or ask "what can you do".';
const UNKNOWN_TROUBLE =
  "I'm not sure what causes that, and offline I can't reason about it. I can run commands and look up what you told me.";

export function reply(request: OfflineRequest, mind: Mind): Act {
  const intent = intentOf(request, mind.language);
  if (intent.kind === 'declined') return say('All right. Nothing has changed.');
  if (intent.kind === 'say') return say(intent.text);
  const lesson = lessonIn(intent);
  return lesson ? teach(request, { intent, lesson, mind }) : answer(request, intent, mind);
}

function answer(request: OfflineRequest, intent: Intent, mind: Mind): Act {
  const isCertain = intent.kind === 'command' && intent.isCertain;
  const command = intent.kind === 'command' && (isCertain || !isRecall(intent.command)) ? intent.command : null;
  if (request.steps.length > 0) return afterTools(request, command, mind);
  if (command && isCertain) return begin(command, request);
  const talk = smallTalk(request.said, mind.persona, request.tools);
  if (talk !== null) return say(talk);
  if (isKnown(request)) return converse(request, mind);
  if (intent.kind === 'guess') return say(guessQuestion(intent.commands));
  return command ? begin(command, request) : converse(request, mind);
}

/* ---------- what the person teaches ---------- */

const lessonIn = (intent: Intent): Teaching | null =>
  intent.kind === 'command' || intent.kind === 'lesson' ? intent.lesson : null;

interface Taught {
  readonly intent: Intent;
  readonly lesson: Teaching;
  readonly mind: Mind;
}

/** The lesson is recorded first, then what was meant is done, and both are said. */
function teach(request: OfflineRequest, { intent, lesson, mind }: Taught): Act {
  const tool = request.tools.find(({ operation }) => operation === TEACH);
  if (!tool) return intent.kind === 'lesson' ? say(UNKNOWN_REQUEST) : answer(request, intent, mind);
  const step = request.steps.find((one) => one.tool === tool.tool);
  if (!step) return { type: 'call', tool: tool.tool, input: { ...lesson } };
  if (intent.kind === 'lesson') return say(learnedText(lesson, step, mind));
  const act = answer({ ...request, steps: request.steps.filter((one) => one !== step) }, intent, mind);
  return act.type === 'say' && step.outcome.state === 'done'
    ? { ...act, text: `${learnedText(lesson, step, mind)}\n\n${act.text}` }
    : act;
}

function learnedText({ say: said, mean }: Teaching, step: ToolStep, { now }: Mind): string {
  if (step.outcome.state !== 'done') return renderOutcome({ step, tool: undefined, subject: null, now });
  return `Learned: “${said}” means “${mean}”. Say “unlearn ${said}” to take that back.`;
}

/** What recall would find is in the grounding already; answering from it leaves out what only shares a word. */
const isRecall = ({ tool }: Command): boolean => tool.operation === 'memory.recall';

/** A question whose very answer is remembered is no command, whatever it sounds like: "when is my standup". */
const isKnown = ({ said, grounding }: OfflineRequest): boolean =>
  isQuestion(said) && (grounding.timeAsked !== undefined || grounding.facts.some(({ answers }) => answers));

/* ---------- commands ---------- */

function begin(command: Command, { tools }: Pick<OfflineRequest, 'tools'>): Act {
  if (command.missing.length > 0) return say(questionFor(command));
  const reference = referenceIn(command);
  if (!reference) return { type: 'call', tool: command.tool.tool, input: command.input };
  const lookup = lookupFor(command, reference, tools);
  return lookup ? { type: 'call', ...lookup } : say(`I can't look up “${reference.words}”. Give me its id.`);
}

function afterTools(request: OfflineRequest, command: Command | null, mind: Mind): Act {
  const last = request.steps.at(-1) as ToolStep;
  if (command && isLookup(last, command, request.tools)) return afterLookup(last, command);
  const texts = request.steps
    .filter((step) => !(command && isLookup(step, command, request.tools)))
    .map((step) => {
      const tool = request.tools.find((offered) => offered.tool === step.tool);
      return renderOutcome({ step, tool, subject: subjectOf(step, request.steps), now: mind.now });
    });
  return say(texts.join('\n\n'));
}

function isLookup(step: ToolStep, command: Command, tools: readonly OfferedOperation[]): boolean {
  const reference = referenceIn(command);
  return reference !== null && lookupFor(command, reference, tools)?.tool === step.tool;
}

function afterLookup({ outcome }: ToolStep, command: Command): Act {
  const reference = referenceIn(command);
  if (outcome.state !== 'done' || !reference) {
    return say(outcome.state === 'failed' ? outcome.text : 'I could not look that up. Nothing has changed.');
  }
  const referral = refer(reference.words, listIn(outcome.value) ?? []);
  if (referral.found === 'none') return say(`I found nothing like “${reference.words}”. Nothing has changed.`);
  if (referral.found === 'one') {
    return { type: 'call', tool: command.tool.tool, input: { ...command.input, [reference.field]: referral.thing.id } };
  }
  const lines = referral.things.map(({ label }, index) => `${index + 1}. ${label}`).join('\n');
  return say(`${referral.things.length === 1 ? 'Do you mean this?' : 'Which one do you mean?'}\n\n${lines}`);
}

/** The label of the thing whose id the step was given, from the list it was found in. */
function subjectOf({ input }: ToolStep, steps: readonly ToolStep[]): string | null {
  const things = steps.flatMap(({ outcome }) => (outcome.state === 'done' ? (listIn(outcome.value) ?? []) : []));
  return labelOf(things.find((thing) => isThing(thing) && typeof thing.id === 'string' && thing.id === input.id));
}

/* ---------- conversation ---------- */

function converse(request: OfflineRequest, { now }: Mind): Act {
  const { said, grounding, earlier } = request;
  if (isQuestion(said)) {
    const listing = profileListing(request);
    return listing ?? { type: 'say', ...answerFromMemory(said, { grounding, earlier, now }) };
  }
  const isNews = isStatement(said) && !isTrouble(said);
  const fromPacks = isNews ? null : answerFromPacks(said, grounding.passages);
  if (fromPacks) return { type: 'say', ...fromPacks };
  if (isTrouble(said)) return say(UNKNOWN_TROUBLE);
  return say(isNews ? 'Noted.' : UNKNOWN_REQUEST);
}

/** "What do you know about me" when nothing was recalled: the memory itself is asked before claiming to know nothing. */
function profileListing({ said, grounding, tools }: OfflineRequest): Act | null {
  if (grounding.facts.length > 0 || !readQuestion(said).isAboutPerson) return null;
  const list = tools.find(({ operation }) => operation === 'memory.facts.list');
  return list ? { type: 'call', tool: list.tool, input: {} } : null;
}
