/** Decides the offline model's next act: call a tool, state what came of one, answer from memory, ask or admit. Pure. */
import type { Language } from '../../../kernel/ports.ts';
import { answerFromMemory } from './answer.ts';
import { type Command, intentOf, lookupFor, questionFor, referenceIn } from './command.ts';
import type { OfferedOperation, OfflineRequest, ToolStep } from './conversation.ts';
import { isThing, labelOf, listIn } from './labels.ts';
import { answerFromPacks } from './passages.ts';
import { isQuestion, readQuestion } from './question.ts';
import { refer } from './refer.ts';
import { renderOutcome } from './render.ts';
import { type Persona, smallTalk } from './small-talk.ts';
import { isStatement, isTrouble } from './statement.ts';

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
  const command = intent.kind === 'command' && !isRecall(intent.command) ? intent.command : null;
  if (request.steps.length > 0) return afterTools(request, command, mind);
  const talk = smallTalk(request.said, mind.persona, request.tools);
  if (talk !== null) return say(talk);
  if (isKnown(request)) return converse(request, mind);
  return command ? begin(command, request.tools) : converse(request, mind);
}

/** What recall would find is in the grounding already; answering from it leaves out what only shares a word. */
const isRecall = ({ tool }: Command): boolean => tool.operation === 'memory.recall';

/** A question whose very answer is remembered is no command, whatever it sounds like: "when is my standup". */
const isKnown = ({ said, grounding }: OfflineRequest): boolean =>
  isQuestion(said) && (grounding.timeAsked !== undefined || grounding.facts.some(({ answers }) => answers));

/* ---------- commands ---------- */

function begin(command: Command, tools: readonly OfferedOperation[]): Act {
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
