/**
 * Answers a question from memory, and from knowledge packs where memory has no answer, word for word where possible, with
 * the ids of what was used. What does not answer is not said; what only touches the subject is said with a doubt.
 */
import type { Grounding } from '../../../kernel/grounding.ts';
import { sayDate } from './dates.ts';
import { judge, type Match } from './evidence.ts';
import { answerFromPacks, isLookup } from './passages.ts';
import { toPast } from './past-tense.ts';
import { type Question, readQuestion } from './question.ts';
import { toSecondPerson } from './second-person.ts';
import { cut, sentence } from './words.ts';

/** Longer lists are no answer; the person can ask more precisely. */
const LINES_MAX = 6;
const PROFILE_LINES_MAX = 30;
const QUOTE_CHARS_MAX = 240;

export interface Memory {
  readonly grounding: Grounding;
  /** What the person said earlier in this conversation, oldest first: facts may not be extracted yet. */
  readonly earlier: readonly string[];
  readonly now: number;
}

export interface Answer {
  readonly text: string;
  readonly factsUsed: readonly string[];
  readonly turnsUsed: readonly string[];
  readonly passagesUsed?: readonly string[];
}

interface Found extends Match {
  readonly said: string;
  /** Begins with `You said …`, so that it can follow "I'm not sure, but". */
  readonly isQuote: boolean;
  readonly factId?: string;
  readonly turnId?: string;
}

/** What was so then, said as past; talk has times of its own and is left out. */
function answerAsOf({ grounding }: Memory, then: string): Answer {
  const [first] = grounding.facts.filter(({ answers }) => answers);
  if (!first) return { text: `I don't know how that was ${then}.`, factsUsed: [], turnsUsed: [] };
  const when = `${then.charAt(0).toUpperCase()}${then.slice(1)}`;
  return { text: `${when}: ${toPast(sayFact(first.text))}`, factsUsed: [first.id], turnsUsed: [] };
}

/** What memory holds of the very thing asked for; it needs no guess from shared words. */
function answerByKey({ grounding }: Memory): Answer | null {
  const facts = grounding.facts.filter(({ answers }) => answers).slice(0, LINES_MAX);
  const said = facts.map(({ text }) => sayFact(text));
  if (facts.length === 0) return null;
  const text = said.length === 1 ? (said[0] ?? '') : said.map((line) => `- ${line}`).join('\n');
  return { text, factsUsed: facts.map(({ id }) => id), turnsUsed: [] };
}

export function answerFromMemory(text: string, memory: Memory): Answer {
  const { timeAsked } = memory.grounding;
  if (timeAsked) return answerAsOf(memory, timeAsked);
  const known = answerByKey(memory);
  if (known) return known;
  const question = readQuestion(text);
  if (question.isAboutPerson) return profile(memory);
  const found = [...fromFacts(question, memory), ...fromTurns(question, memory), ...fromEarlier(question, memory)];
  const answers = found.filter(({ tier }) => tier === 'answers');
  if (answers.length > 0) return compose(best(question, answers), '');
  // What the person said outranks what a pack says; what a pack is sure of outranks what only touches the subject.
  const fromPacks = isLookup(question, text) ? null : answerFromPacks(text, memory.grounding.passages);
  const packed = fromPacks && { ...fromPacks, factsUsed: [], turnsUsed: [] };
  if (packed?.isSure) return packed;
  const touching = best(question, found).slice(0, 1);
  if (touching.length > 0) return compose(touching, "I'm not sure, but ");
  return packed ?? unknown(question);
}

function unknown({ isPersonal }: Question): Answer {
  const text = isPersonal
    ? "I don't know that yet. Tell me and I will remember."
    : "I don't know that. Without a larger model I answer only from what you told me and from knowledge packs.";
  return { text, factsUsed: [], turnsUsed: [] };
}

function fromFacts(question: Question, { grounding }: Memory): Found[] {
  return grounding.facts.flatMap(({ id, text }) => {
    const match = judge(question, text);
    return match ? [{ ...match, said: sayFact(text), isQuote: false, factId: id }] : [];
  });
}

export const sayFact = (text: string): string => toSecondPerson(text) ?? sentence(text);

function fromTurns(question: Question, { grounding, now }: Memory): Found[] {
  return grounding.turns.flatMap(({ id, text, speaker, when }) => {
    const isNima = /^(?:assistant|nima)$/i.test(speaker);
    if (isNima !== question.isAboutNima) return [];
    const found = bestSentence(question, text);
    if (!found) return [];
    const date = sayDate(when, now);
    const said = `${nameOf(speaker, isNima)} said${date ? ` on ${date}` : ''}: “${found.line}”`;
    return [{ ...found.match, said, isQuote: true, turnId: id }];
  });
}

function nameOf(speaker: string, isNima: boolean): string {
  if (isNima) return 'I';
  return /^(?:user|person|human|owner|you|me)$/i.test(speaker) || !speaker ? 'You' : speaker;
}

function fromEarlier(question: Question, { earlier }: Memory): Found[] {
  return earlier.flatMap((text) => {
    const found = bestSentence(question, text);
    if (!found) return [];
    const rewritten = toSecondPerson(found.line);
    return [{ ...found.match, said: rewritten ?? `You said: “${found.line}”`, isQuote: rewritten === null }];
  });
}

/** The one sentence of a turn that matches best. Questions are no evidence. */
function bestSentence(question: Question, text: string): { line: string; match: Match } | null {
  const lines = text.split(/(?<=[.!?])\s+|\n+/).filter((line) => line.trim() && !line.trim().endsWith('?'));
  const judged = lines.flatMap((line) => {
    const match = judge(question, line);
    return match ? [{ line: cut(line, QUOTE_CHARS_MAX), match }] : [];
  });
  return judged.sort((a, b) => rank(b.match) - rank(a.match))[0] ?? null;
}

const rank = ({ tier, score }: Match): number => (tier === 'answers' ? 1 : 0) + Math.min(score, 1) / 2;

/** Equals are all said, unless one answer is wanted by its nature; facts stand before quotations of the same. */
function best(question: Question, found: readonly Found[]): readonly Found[] {
  const ordered = found.toSorted((a, b) => rank(b) - rank(a) || Number(a.isQuote) - Number(b.isQuote));
  const [first] = ordered;
  if (!first) return [];
  if (question.wantsAll) return distinct(ordered).slice(0, LINES_MAX);
  if (first.factId === undefined) return [first];
  const isOpen = question.asks === 'what' && question.subjects.length === 0;
  const equals = ordered.filter((one) => one.factId !== undefined && (isOpen || rank(one) === rank(first)));
  return distinct(equals).slice(0, LINES_MAX);
}

function distinct(found: readonly Found[]): readonly Found[] {
  return found.filter((one, index) => found.findIndex(({ said }) => said === one.said) === index);
}

function compose(found: readonly Found[], doubt: string): Answer {
  const [only] = found;
  const isAlone = found.length === 1 && only !== undefined;
  const text = isAlone ? doubtful(only, doubt) : found.map(({ said }) => `- ${said}`).join('\n');
  return {
    text,
    factsUsed: found.flatMap(({ factId }) => factId ?? []),
    turnsUsed: found.flatMap(({ turnId }) => turnId ?? []),
  };
}

function doubtful({ said, isQuote }: Found, doubt: string): string {
  if (!doubt) return said;
  return isQuote ? `${doubt}${said.replace(/^You/, 'you')}` : `${doubt}this may help: ${said}`;
}

/** All that is known, grouped by category. */
function profile({ grounding }: Memory): Answer {
  const facts = grounding.facts.slice(0, PROFILE_LINES_MAX);
  if (facts.length === 0) {
    const text = 'I know nothing about you yet. Tell me something and I will remember.';
    return { text, factsUsed: [], turnsUsed: [] };
  }
  const groups = Map.groupBy(facts, ({ category }) => category ?? '');
  const parts = [...groups].map(([category, members]) => {
    const lines = members.map(({ text }) => `- ${sayFact(text)}`).join('\n');
    const title = category.charAt(0).toUpperCase() + category.slice(1);
    return category ? `${title}:\n${lines}` : lines;
  });
  return { text: `This is what I know:\n\n${parts.join('\n\n')}`, factsUsed: facts.map(({ id }) => id), turnsUsed: [] };
}
