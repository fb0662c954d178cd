/**
 * Judges one remembered sentence against a question: it answers, it is about the same thing, or it has nothing to do
 * with it. Strict on purpose: an honest "I don't know" is worth more than a fact that only shares a word.
 */
import type { Question } from './question.ts';
import { hasMember, relationOf } from './relations.ts';
import { hasStem, stemsOf } from './words.ts';

export interface Match {
  /** `answers`: may be said as the answer; `touches`: same subject, said with a doubt. */
  readonly tier: 'answers' | 'touches';
  /** Orders matches of one tier: the share of the sentence's words the question asked for. */
  readonly score: number;
}

export function judge(question: Question, text: string): Match | null {
  const stems = stemsOf(text);
  const hits = question.subjects.filter((subject) => hasStem(stems, subject) || hasMember(stems, subject));
  if (hits.length < needed(question)) return null;
  const hasKind = question.kinds.every((kind) => hasStem(stems, kind) || hasMember(stems, kind));
  const score = (hits.length + (hasKind ? question.kinds.length : 0)) / Math.max(stems.length, 1);
  if (question.subjects.length === 0) return judgeByRelation(question, { stems, text, hasKind });
  // "What colour" is not answered by what has no colour, however much it is about the car.
  if (!hasKind) return null;
  if (question.wantsAll) return { tier: 'answers', score };
  if (question.isDefinition && !tellsWhatItIs(question, stems, text)) return null;
  if (!hasRelation(question, stems) && tellsOther(stems)) return null;
  const isAnswer = hasRelation(question, stems) && hasShape(question, text) && !question.isAdvice;
  return { tier: isAnswer && isAboutRightOne(question, stems) ? 'answers' : 'touches', score };
}

/** All of one or two subjects; of more, two thirds: long questions carry words nobody repeats. */
function needed({ subjects, isAlternative }: Question): number {
  if (isAlternative) return Math.ceil(subjects.length / 2);
  return subjects.length <= 2 ? subjects.length : Math.ceil((subjects.length * 2) / 3);
}

interface Sentence {
  readonly stems: readonly string[];
  readonly text: string;
  readonly hasKind: boolean;
}

/** "Where do I live" names no subject but the person, so the sentence must begin with the relation: "Lives in …". */
function judgeByRelation(question: Question, { stems, text, hasKind }: Sentence): Match | null {
  const [first = ''] = stems;
  const own = relationOf(first);
  const isAsked = own !== undefined && question.relations.includes(own);
  const isKind = question.kinds.length > 0 && hasKind;
  if (question.kinds.length > 0 ? !isKind : !isAsked) return null;
  const isTelling = question.relations.some((relation) => relation !== 'have');
  if (isKind && isTelling && !isAsked) return null;
  if (!hasShape(question, text)) return null;
  return { tier: question.isAdvice ? 'touches' : 'answers', score: 1 / Math.max(stems.length, 1) };
}

function hasRelation(question: Question, stems: readonly string[]): boolean {
  if (question.kinds.length > 0 || question.relations.length === 0) return true;
  const held = new Set(stems.map(relationOf));
  // "Do I like tea" is answered by "Dislikes tea" too.
  if (question.asks === 'whether' && question.relations.includes('like') && held.has('dislike')) return true;
  return question.relations.every((relation) => held.has(relation));
}

/** The sentence tells something else about the subject: what the sister is called is no answer to where she lives. */
const tellsOther = (stems: readonly string[]): boolean =>
  stems.map(relationOf).some((relation) => relation !== undefined && relation !== 'have' && relation !== 'use');

const NUMBER_WORD = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|hundred|once|twice|no)\b/i;
const TIME =
  /\d{4}-\d{2}-\d{2}|\b\d{1,2}(?::\d{2}|\s?(?:am|pm|st|nd|rd|th|h)\b)|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:today|tomorrow|yesterday|daily|weekly|monthly|yearly|morning|noon|evening|night|week|month|year|19\d\d|20\d\d)s?\b/i;
const SHAPES: Readonly<Partial<Record<Question['asks'], RegExp>>> = {
  where:
    /\b(?:at|in(?! \d+\b)|for|from|near|to|under|inside|behind|on (?:the|a|port|host|node|our|my))\s|[/\\]|\bhome is\b/i,
  when: TIME,
  why: /\b(?:because|since|so that|due to|in order|as it|to avoid)\b/i,
  how: /\b(?:with|by|via|using|through|run|first)\b|`/i,
  amount: NUMBER_WORD,
};

/** The sentence has what such an answer needs: a place, a time, a number, a person. */
function hasShape(question: Question, text: string): boolean {
  if (question.asks === 'who')
    return /\p{Lu}\p{Ll}+|\b(?:team|group|manager|sister|brother|friend|colleague)\b/u.test(text);
  return SHAPES[question.asks]?.test(text) ?? true;
}

/** "What is X": the sentence must say what X is. */
function tellsWhatItIs({ subjects }: Question, stems: readonly string[], text: string): boolean {
  const [first = ''] = stems;
  const [, apposed = ''] = /(\S+), (?:an?|the) /i.exec(text) ?? [];
  if (subjects.every((subject) => hasStem(stemsOf(apposed), subject))) return true;
  return subjects.some((subject) => hasStem([first], subject)) && /\b(?:is|are|means|was|stands for)\b/i.test(text);
}

/** A name or a person asked about must lead the sentence: "Cat is called Miso" is not the name of the cat's vet. */
function isAboutRightOne({ asks, relations, subjects }: Question, stems: readonly string[]): boolean {
  if (!relations.includes('name') && asks !== 'who') return true;
  const position = stems.findIndex((stemmed) => subjects.some((subject) => hasStem([stemmed], subject)));
  return position >= 0 && position <= 2;
}
