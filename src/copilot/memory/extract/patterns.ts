/**
 * Learns facts from what a person says, without a model. Precision first: a clause becomes a fact only when one of the
 * rules reads it from its first word to its last; whatever is left over can still be remembered by asking.
 */

import { ownStatements, QUOTED, withoutLeadIn } from './own-words.ts';
import { OWNER_RULES } from './owner-rules.ts';
import { asFactText, sentenceCase, withPlainContractions } from './phrasing.ts';
import type { FactKey, Rule } from './rule.ts';
import { type FactCategory, subjectCategory } from './subject-category.ts';
import { THING_RULES } from './thing-rules.ts';

export interface ExtractedFact {
  readonly fact: string;
  readonly category: FactCategory;
  /** 0 to 1: 0.95 when asked to remember, less for habits and general words, 0.6 of that after "I think". */
  readonly confidence: number;
  /** What a newer fact with the same key replaces, or null. */
  readonly key: FactKey | null;
  /** The person's own sentence. */
  readonly quote: string;
}

const RULES: readonly Rule[] = [...OWNER_RULES, ...THING_RULES];
const EXPLICIT_CONFIDENCE = 0.95;
const HEDGE_FACTOR = 0.6;
/** A longer clause is a story; its first words do not tell what it says. */
const CLAUSE_CHARS_MAX = 240;

const EXPLICIT =
  /^(?:please )?(?:(?:can|could|will|would) you )?(?:please )?(?:(?:always |do )?remember(?: that|[:,]| (?=(?:i|i'm|my|we|our|the)\b))|don't forget(?: that|:)|(?:please )?note(?: that|:)|note to self[:,]?|make a note(?: that|:)|keep in mind(?: that|[:,])|bear in mind(?: that|[:,])|for the record[:,]|save this[:,]|take note[:,]?(?: that)?|just remember(?: that|[:,]))\s*(?<what>.+)$/i;
const HEDGE = /^(?:i (?:think|believe|guess|suppose|feel like)|maybe|perhaps|probably|possibly|it seems)(?: that)?,? /i;
const HEDGED =
  /\b(?:maybe|perhaps|probably|possibly|might|i think|i guess|sort of|kind of|not sure|or so|more or less)\b/i;
/** A sentence that opens with a condition is kept whole: without it the rest would say too much. */
const WHEN_HABIT =
  /^(?:when|whenever|after|before|once|on \w+days?)\b.+?,? (?:i|we) (?:always|usually|never|prefer|normally|only)\b/i;
const SUBORDINATE = /^(?:when|whenever|while|since|because|although|though|as|after|before|once|until|unless|if)\b/i;
const OWN_START =
  "(?=(?:i|i'm|im|i’m|my|we|we're|our|call me|people call me)\\b(?! (?:think|guess|mean|suppose|believe)\\b))";
const CLAUSE_BREAK = new RegExp(
  `;\\s+|\\s+[—–-]\\s+|,?\\s+(?:and|but|although|though|while|plus)\\s+(?:also )?${OWN_START}|,\\s+${OWN_START}`,
  'i',
);
const PLACE_FIRST =
  /^(?<place>at work|at home|at the office|these days|nowadays|in production|in prod|in staging|on (?:week)?(?:days|ends)|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?|for [\w ]{2,30}?),? (?<rest>(?:i|we|my|our)\b.+)$/i;
const TAIL =
  /,? (?:please|thanks|thank you|btw|by the way|though|as well|too|you know|lol|haha|fwiw|actually|obviously|of course|if that helps|in case it matters|just so you know)$/i;

interface Clause {
  /** As the person wrote it. */
  readonly said: string;
  readonly hedged: boolean;
}

function withoutTail(clause: string): string {
  const plain = clause
    .replace(/[\s.!…,;:)]+$/, '')
    .replace(/, (?:so|hence|therefore|which|although|but|it|it's|they|they're|'?cause)\b.*$/i, '');
  const shorter = plain.replace(TAIL, '');
  return shorter === plain ? plain : withoutTail(shorter);
}

function clausesOf(statement: string): Clause[] {
  const plain = withoutLeadIn(statement);
  const pieces = SUBORDINATE.test(plain) ? [plain] : plain.split(CLAUSE_BREAK);
  return pieces.map((piece) => {
    const opened = withoutLeadIn(piece);
    return { said: withoutTail(opened.replace(HEDGE, '')), hedged: HEDGE.test(opened) || HEDGED.test(opened) };
  });
}

/** The fact a clause states, or null. `quote` is the sentence it stands in. */
function factOf({ said, hedged }: Clause, quote: string): ExtractedFact | null {
  if (said.includes(QUOTED) || said.length > CLAUSE_CHARS_MAX) return null;
  const spelled = withPlainContractions(said);
  if (WHEN_HABIT.test(spelled)) {
    return { fact: sentenceCase(said), category: 'preferences', confidence: hedged ? 0.45 : 0.75, key: null, quote };
  }
  const placed = PLACE_FIRST.exec(spelled)?.groups;
  const clause = placed?.rest ?? spelled;
  for (const { pattern, read } of RULES) {
    const found = pattern.exec(clause)?.groups;
    const draft = found && read(found);
    if (!draft) continue;
    const text = placed
      ? `${draft.text} ${placed.place?.charAt(0).toLowerCase()}${placed.place?.slice(1)}`
      : draft.text;
    const confidence = Number((draft.confidence * (hedged ? HEDGE_FACTOR : 1)).toFixed(2));
    return { fact: asFactText(text, said), category: draft.category, confidence, key: draft.key, quote };
  }
  return null;
}

/** What somebody asked to remember: the facts it states, or itself as one fact. */
function factsToRemember(what: string, quote: string): ExtractedFact[] {
  const clauses = clausesOf(what.replace(/\?$/, ''));
  const facts = clauses.map((clause) => factOf(clause, quote));
  if (facts.every((fact) => fact !== null)) return facts.map((fact) => ({ ...fact, confidence: EXPLICIT_CONFIDENCE }));
  const said = what.replace(/[\s.!?…]+$/, '');
  if (said.includes(QUOTED) || said.split(/\s+/).length < 2) return [];
  const fact = sentenceCase(said);
  return [{ fact, category: subjectCategory(said) ?? 'general', confidence: EXPLICIT_CONFIDENCE, key: null, quote }];
}

/** The facts a message states about its writer, in the order said, each once. */
export function extractFacts(text: string): ExtractedFact[] {
  const facts = ownStatements(text).flatMap((statement) => {
    const what = EXPLICIT.exec(withoutLeadIn(statement))?.groups?.what;
    if (what) return factsToRemember(what, statement);
    return clausesOf(statement).flatMap((clause) => factOf(clause, statement) ?? []);
  });
  return facts.filter(({ fact }, index) => facts.findIndex((other) => other.fact === fact) === index);
}
