/**
 * Finds the arguments of one operation in a sentence: the best way to read every word either as part of the command or
 * as part of one argument (a semi-Markov search, exact, by dynamic programming over positions and arguments taken).
 */
import { AUXILIARIES, PARTICLES, POLITE_AFTER, SMALL_WORDS } from './concepts.ts';
import type { Entity } from './entities.ts';
import { type Sentence, writingOf } from './sentence.ts';
import { contextsBefore, keysOf, type Pattern, SENTENCE_START, type Slot } from './templates.ts';

export interface Argument {
  readonly slot: Slot;
  readonly from: number;
  readonly to: number;
  readonly value: unknown;
}

export interface Reading {
  readonly arguments: readonly Argument[];
  readonly score: number;
  /** How well the words before the least supported free argument fit what the examples show; high without free arguments. */
  readonly support: number;
}

/**
 * How much each observation speaks for a reading. Only their order of size matters; set by hand on the tuning
 * sentences of `test/evals/language`, never on the held-back ones.
 */
const WEIGHT = {
  knownWord: 0.4,
  smallWord: -0.05,
  unknownWord: -2,
  contextPair: 3,
  contextWord: 1.8,
  leadIn: 0.8,
  vocabularyBefore: 0.2,
  fieldNamed: 1.5,
  noContext: -1.5,
  endOfSentence: 1,
  politeAfter: 1.3,
  knownAfter: 1.2,
  entityAfter: 0.8,
  vocabularyAfter: 0.5,
  strangeAfter: -1.5,
  required: 1.5,
  optionalFree: -2.5,
  article: -0.3,
  entity: 1.5,
  quote: 1.5,
  startsWithLeadIn: -1.2,
  startsWithMark: -4,
  startsSentence: -3,
  holdsId: -3,
  endsWithSmall: -1,
  extraWordOfName: -0.8,
} as const;

/** Words that introduce free text in any command. */
const LEAD_IN = new Set(['that', 'about', 'for', 'to', ':', 'with', 'as', 'on', '+named', '+about', '+toward']);
const ARTICLE = /^(the|a|an|my)$/;
/** Commands are given at the edges of a long message; only there are boundaries looked for, so time stays constant. */
const HEAD_TOKENS = 24;
const TAIL_TOKENS = 12;

interface Candidate {
  readonly slot: number;
  readonly from: number;
  readonly to: number;
  readonly value: unknown;
  readonly score: number;
}

interface Step {
  readonly score: number;
  readonly previous: Step | null;
  readonly candidate: Candidate | null;
  readonly support: number;
}

export function readArguments(sentence: Sentence, pattern: Pattern): Reading {
  const length = sentence.tokens.length;
  const isNear = (at: number) => at <= HEAD_TOKENS || at >= length - TAIL_TOKENS;
  const byStart = Map.groupBy(candidatesOf(sentence, pattern, isNear), (candidate) => candidate.from);
  /** `best[position]` by the set of fields taken (a bit each, the lowest one for "an argument ends here"). */
  const best: Map<number, Step>[] = Array.from({ length: length + 1 }, () => new Map());
  best[0]?.set(0, { score: 0, previous: null, candidate: null, support: WEIGHT.contextPair });
  const offer = (at: number, state: number, step: Step) => {
    const held = best[at]?.get(state);
    if (!held || held.score < step.score) best[at]?.set(state, step);
  };
  for (let at = 0; at < length; at++) {
    const outside = isNear(at) ? outsideScore(sentence, pattern, at) : null;
    for (const [state, step] of best[at] ?? []) {
      if (outside !== null) offer(at + 1, state & ~1, { ...step, score: step.score + outside });
      const contexts = contextsBefore(sentence, at, (state & 1) === 1);
      const beyond = ARTICLE.test(sentence.tokens[at - 1]?.word ?? '') ? contextsBefore(sentence, at - 1, false) : [];
      for (const candidate of byStart.get(at) ?? []) {
        const slot = pattern.slots[candidate.slot];
        const bit = 2 << pattern.slots.findIndex((other) => other.field === slot?.field);
        if (state & bit || !slot) continue;
        const before = Math.max(
          beforeScore(slot, contexts, pattern),
          beforeScore(slot, beyond, pattern) + WEIGHT.article,
        );
        const score = step.score + candidate.score + before;
        const support = isFree(slot) ? Math.min(step.support, before) : step.support;
        offer(candidate.to, state | bit | 1, { score, previous: step, candidate, support });
      }
    }
  }
  return trace(best[length] ?? new Map(), pattern);
}

function trace(last: ReadonlyMap<number, Step>, pattern: Pattern): Reading {
  const end = [...last.values()].reduce<Step | null>((a, b) => (a && a.score >= b.score ? a : b), null);
  const found: Argument[] = [];
  for (let step = end; step?.candidate; step = step.previous) {
    const { slot, from, to, value } = step.candidate;
    const owner = pattern.slots[slot];
    if (owner) found.unshift({ slot: owner, from, to, value });
  }
  return { arguments: found, score: end?.score ?? Number.NEGATIVE_INFINITY, support: end?.support ?? 0 };
}

function outsideScore(sentence: Sentence, pattern: Pattern, at: number): number {
  const unit = sentence.unitAt[at];
  const token = sentence.tokens[at];
  if (!unit || !token) return WEIGHT.unknownWord;
  if (SMALL_WORDS.has(token.word)) return WEIGHT.smallWord;
  if (pattern.vocabulary.has(token.stem) || keysOf(unit).some((key) => pattern.vocabulary.has(key)))
    return WEIGHT.knownWord / (unit.to - unit.from);
  return POLITE_AFTER.has(token.word) || isLeadIn(sentence, at) ? WEIGHT.smallWord : WEIGHT.unknownWord;
}

/** Any words may fill it; only the words around it say that they do. */
const isFree = ({ isReference, field }: Slot): boolean => isReference || /^(text|name|list)$/.test(field.kind);

function beforeScore(slot: Slot, contexts: readonly string[], pattern: Pattern): number {
  let score: number = isFree(slot) ? (contexts[0] === SENTENCE_START ? WEIGHT.startsSentence : WEIGHT.noContext) : 0;
  for (const context of contexts) {
    if (slot.before.has(context))
      score = Math.max(score, context.includes(' ') ? WEIGHT.contextPair : WEIGHT.contextWord);
    else if (slot.field.nameStems.at(-1) === context) score = Math.max(score, WEIGHT.contextWord);
    else if (LEAD_IN.has(context))
      score = Math.max(score, context.startsWith('+') ? WEIGHT.contextWord : WEIGHT.leadIn);
    else if (pattern.vocabulary.has(context)) score = Math.max(score, WEIGHT.vocabularyBefore);
  }
  return score;
}

/** "set my *time zone* to …": the field's own name shortly before the argument. */
function namedScore(sentence: Sentence, slot: Slot, from: number): number {
  const near = sentence.tokens.slice(Math.max(0, from - 4), from).map((token) => token.stem);
  return slot.field.nameStems.every((stem) => near.includes(stem)) ? WEIGHT.fieldNamed : 0;
}

function afterScore(sentence: Sentence, slot: Slot, pattern: Pattern, to: number): number {
  const next = sentence.unitAt[to];
  const token = sentence.tokens[to];
  if (!next || !token) return WEIGHT.endOfSentence;
  if (keysOf(next).some((key) => slot.after.has(key))) return WEIGHT.knownAfter;
  if (POLITE_AFTER.has(token.word) && to >= sentence.tokens.length - 2) return WEIGHT.politeAfter;
  if (/^[.!?]$/.test(token.word) && to === sentence.tokens.length - 1) return WEIGHT.endOfSentence;
  const startsEntity = sentence.entities.some((entity) => entity.from === to || entity.from === to + 1);
  if (startsEntity) return WEIGHT.entityAfter;
  if (keysOf(next).some((key) => pattern.vocabulary.has(key))) return WEIGHT.vocabularyAfter;
  return PARTICLES.has(token.word) && to + 1 < sentence.tokens.length
    ? afterScore(sentence, slot, pattern, to + 1)
    : WEIGHT.strangeAfter;
}

function candidatesOf(sentence: Sentence, pattern: Pattern, isNear: (at: number) => boolean): Candidate[] {
  return pattern.slots.flatMap((slot, index) => {
    const { kind, isRequired } = slot.field;
    const base = isRequired ? WEIGHT.required : isFree(slot) ? WEIGHT.optionalFree : 0;
    const place = (from: number, to: number, value: unknown, score: number) => ({
      slot: index,
      from,
      to,
      value,
      score: base + score,
    });
    if (isFree(slot))
      return freeCandidates({ sentence, slot, pattern, isNear }).map((c) => place(c.from, c.to, c.value, c.score));
    if (kind === 'choice' || kind === 'flag')
      return sentence.tokens.flatMap((token, at) => {
        const value = slot.cues.get(token.stem);
        return value === undefined ? [] : [place(at, at + 1, value, WEIGHT.entity)];
      });
    return sentence.entities.flatMap((entity: Entity) => {
      const value = slot.field.read(entity);
      const length = entity.to - entity.from;
      return value === undefined ? [] : [place(entity.from, entity.to, value, WEIGHT.entity + 0.1 * length)];
    });
  });
}

interface Search {
  readonly sentence: Sentence;
  readonly pattern: Pattern;
  readonly slot: Slot;
  readonly isNear: (at: number) => boolean;
}

function freeCandidates({ sentence, pattern, slot, isNear }: Search): Omit<Candidate, 'slot'>[] {
  const found: Omit<Candidate, 'slot'>[] = [];
  const { length } = sentence.tokens;
  for (let from = 0; from < length; from++) {
    const first = sentence.tokens[from]?.word ?? '';
    if (!isNear(from)) continue;
    const opening = /^[^\p{L}\p{N}"“`'(#@./~<\-*]/u.test(first)
      ? WEIGHT.startsWithMark
      : isLeadIn(sentence, from) || AUXILIARIES.has(first)
        ? WEIGHT.startsWithLeadIn
        : 0;
    const named = namedScore(sentence, slot, from);
    for (let to = from + 1; to <= length; to++) {
      if (!isNear(to)) continue;
      const last = sentence.tokens[to - 1]?.word ?? '';
      const holdsId = sentence.entities.some((one) => one.kind === 'id' && from <= one.from && one.to <= to);
      const quote = sentence.entities.find((one) => one.kind === 'quote' && one.from === from && one.to === to);
      const closing =
        to > from + 1 && (LEAD_IN.has(last) || PARTICLES.has(last) || /^[,:;]$/.test(last)) ? WEIGHT.endsWithSmall : 0;
      const extra =
        (holdsId ? WEIGHT.holdsId : 0) + (slot.field.kind === 'name' ? (to - from - 1) * WEIGHT.extraWordOfName : 0);
      const score =
        opening + named + closing + extra + (quote ? WEIGHT.quote : 0) + afterScore(sentence, slot, pattern, to);
      const written = quote ? String(quote.value) : writingOf(sentence, from, to);
      found.push({ from, to, value: slot.field.kind === 'list' ? itemsOf(written) : written, score });
    }
  }
  return found;
}

function isLeadIn(sentence: Sentence, at: number): boolean {
  const unit = sentence.unitAt[at];
  return (
    LEAD_IN.has(sentence.tokens[at]?.word ?? '') || (unit !== undefined && keysOf(unit).some((key) => LEAD_IN.has(key)))
  );
}

/** `a, b and c` → three items. */
const itemsOf = (written: string): string[] =>
  written
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+/)
    .map((item) => item.trim())
    .filter(Boolean);
