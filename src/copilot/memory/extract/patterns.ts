/**
 * Learns facts from what a person says, without a model. Precision first: a clause becomes a fact only when one of the
 * rules reads it from its first word to its last; whatever is left over can still be remembered by asking.
 */

import { type Changed, changedClause, pastClause, tellsNews } from '../truth/change-words.ts';
import { type Claim, claimOf } from '../truth/claim.ts';
import type { Reading } from '../truth/reading.ts';
import { type TimedClause, timedClause } from '../truth/timing.ts';
import { ownStatements, QUOTED, withoutLeadIn } from './own-words.ts';
import { OWNER_RULES } from './owner-rules.ts';
import { asFactText, sentenceCase, withPlainContractions } from './phrasing.ts';
import { type Draft, isPassing, isPointing, type Rule } from './rule.ts';
import { type FactCategory, subjectCategory } from './subject-category.ts';
import { THING_RULES } from './thing-rules.ts';

export interface ExtractedFact {
  readonly fact: string;
  readonly category: FactCategory;
  /** 0 to 1: 0.95 when asked to remember, less for habits and general words, 0.6 of that after "I think". */
  readonly confidence: number;
  /** What it claims, since when, and what it does to what is known. */
  readonly reading: Reading;
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
  /^(?<place>at work|at home|at the office|in production|in prod|in staging|on (?:week)?(?:days|ends)|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?|for [\w ]{2,30}?),? (?<rest>(?:i|we|my|our)\b.+)$/i;
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

/** One subject with two acts: "I left Acme and now work at Globex". */
const SHARED_SUBJECT =
  /^(?<who>i|we)(?<before> (?:left|quit|sold|moved|resigned|stopped|dropped|ditched|joined|switched)\b.*?),? and (?:then )?(?<after>(?:now )?(?:work|live|use|deploy|drive|run|joined|moved|started|switched)\b.*)$/i;

function clausesOf(statement: string): Clause[] {
  const plain = withoutLeadIn(statement).replace(SHARED_SUBJECT, '$<who>$<before>; $<who> $<after>');
  const pieces = SUBORDINATE.test(plain) ? [plain] : plain.split(CLAUSE_BREAK);
  return pieces.map((piece) => {
    const opened = withoutLeadIn(piece);
    return { said: withoutTail(opened.replace(HEDGE, '')), hedged: HEDGE.test(opened) || HEDGED.test(opened) };
  });
}

/** A clause with its time read, and as the state its news leads to. */
interface ReadClause extends TimedClause {
  readonly changed: Changed;
}

function readClause(spelled: string, at: number): ReadClause {
  const timed = timedClause(spelled, at, tellsNews);
  const { isEnd, from, to } = timed.timing;
  const isPast = isEnd || from !== null || to !== null;
  const changed = changedClause(timed.clause);
  const past = !changed && isPast ? pastClause(timed.clause) : null;
  return {
    ...timed,
    changed: changed ?? { clause: past ?? timed.clause, change: { type: 'state' }, isNews: false },
  };
}

const readingOf = ({ timing, changed }: ReadClause, claim: Claim | null): Reading => ({
  claim,
  timing,
  change: changed.change,
  isNews: changed.isNews || timing.isChange,
  onlyIfKnown: changed.onlyIfKnown === true && !timing.isChange,
});

function draftOf(clause: string): Draft | null {
  for (const { pattern, read } of RULES) {
    const found = pattern.exec(clause)?.groups;
    const draft = found && read(found);
    if (draft) return draft;
  }
  return null;
}

/** Names of things put in the place of others, or given up, as facts until memory shows what they replace. */
function factOfChange(clause: ReadClause, quote: string): ExtractedFact | null {
  const { change } = clause.changed;
  if (change.type === 'state' || change.type === 'end') return null;
  const name = change.type === 'end-of' ? change.value : change.to;
  if (isPointing(name) || isPassing(name) || name.split(' ').length > 5) return null;
  const fact = change.type === 'end-of' ? `No longer uses ${name}` : `Uses ${name}`;
  const reading = readingOf(clause, claimOf(change.type === 'end-of' ? `Uses ${name}` : fact));
  return { fact, category: subjectCategory(name) ?? 'preferences', confidence: 0.85, reading, quote };
}

/** What is over: the fact it ends, worded so that it reads well where nothing was known of it. */
function factOfEnd(clause: ReadClause, draft: Draft | null, quote: string): ExtractedFact | null {
  const state = clause.changed.clause;
  const claim = claimOf(draft ? asFactText(draft.text, state) : state.replace(/^(?:i|we)(?:'m|'re)? /i, ''));
  if (!claim || isPointing(claim.value)) return null;
  const said = draft ? asFactText(draft.text, state) : sentenceCase(state);
  const fact = clause.timing.to !== null ? said : `No longer ${said.charAt(0).toLowerCase()}${said.slice(1)}`;
  const category = draft?.category ?? subjectCategory(state) ?? 'general';
  return { fact, category, confidence: 0.85, reading: readingOf(clause, claim), quote };
}

/** The fact a clause states, or null. `quote` is the sentence it stands in, `at` when it was said. */
function factOf({ said, hedged }: Clause, quote: string, at: number): ExtractedFact | null {
  if (said.includes(QUOTED) || said.length > CLAUSE_CHARS_MAX) return null;
  const spelled = withPlainContractions(said);
  if (WHEN_HABIT.test(spelled)) {
    const reading = readingOf(readClause('', at), null);
    const confidence = hedged ? 0.45 : 0.75;
    return { fact: sentenceCase(said), category: 'preferences', confidence, reading, quote };
  }
  const placed = PLACE_FIRST.exec(spelled)?.groups;
  const clause = readClause(placed?.rest ?? spelled, at);
  const swapped = factOfChange(clause, quote);
  if (swapped) return swapped;
  const state = clause.changed.clause;
  const draft = draftOf(state);
  if (clause.timing.isEnd || clause.changed.change.type === 'end') return factOfEnd(clause, draft, quote);
  if (!draft) return null;
  const text = placed ? `${draft.text} ${placed.place?.charAt(0).toLowerCase()}${placed.place?.slice(1)}` : draft.text;
  const confidence = Number((draft.confidence * (hedged ? HEDGE_FACTOR : 1)).toFixed(2));
  const fact = asFactText(text, state === spelled ? said : state);
  return { fact, category: draft.category, confidence, reading: readingOf(clause, claimOf(fact)), quote };
}

/** What somebody asked to remember: the facts it states, or itself as one fact. */
function factsToRemember(what: string, quote: string, at: number): ExtractedFact[] {
  const clauses = clausesOf(what.replace(/\?$/, ''));
  const facts = clauses.map((clause) => factOf(clause, quote, at));
  if (facts.every((fact) => fact !== null)) return facts.map((fact) => ({ ...fact, confidence: EXPLICIT_CONFIDENCE }));
  const said = what.replace(/[\s.!?…]+$/, '');
  if (said.includes(QUOTED) || said.split(/\s+/).length < 2) return [];
  const clause = readClause(withPlainContractions(said), at);
  const fact = sentenceCase(said);
  const reading = readingOf(clause, claimOf(clause.changed.clause));
  return [{ fact, category: subjectCategory(said) ?? 'general', confidence: EXPLICIT_CONFIDENCE, reading, quote }];
}

/** The facts a message states about its writer, in the order said, each once; `at` is when, milliseconds. */
export function extractFacts(text: string, at = 0): ExtractedFact[] {
  const facts = ownStatements(text).flatMap((statement) => {
    const what = EXPLICIT.exec(withoutLeadIn(statement))?.groups?.what;
    if (what) return factsToRemember(what, statement, at);
    return clausesOf(statement).flatMap((clause) => factOf(clause, statement, at) ?? []);
  });
  return facts.filter(({ fact }, index) => facts.findIndex((other) => other.fact === fact) === index);
}
