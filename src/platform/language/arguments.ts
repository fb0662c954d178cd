/**
 * Finds the arguments of one operation in a sentence: the best way to read every word either as part of the command or
 * as part of one argument, by dynamic programming over positions and the fields already given.
 */
import { MANNERS, SMALL_WORDS } from './concepts.ts';
import { type Asked, type Boundaries, beforeScore, boundariesOf, freeScore, outsideScore, WEIGHT } from './evidence.ts';
import { fieldValue, isCued } from './fields.ts';
import { keysOf } from './lexicon.ts';
import { type Sentence, writingOf } from './sentence.ts';
import type { Leanings } from './tagger.ts';
import { isFree, type Pattern, type Slot } from './templates.ts';

export interface Argument {
  readonly slot: Slot;
  readonly from: number;
  readonly to: number;
  readonly value: unknown;
  /** The person put it in quotation marks: it is meant as it stands. */
  readonly isQuoted: boolean;
}

export interface Reading {
  readonly arguments: readonly Argument[];
  readonly score: number;
  /** How well the words before the least supported free argument fit what the examples show; high without free arguments. */
  readonly support: number;
}

/** Commands are given at the edges of a long message; only there are boundaries looked for, so time stays bounded. */
const HEAD_TOKENS = 24;
const TAIL_TOKENS = 12;
/** Partial readings kept at each position: all of them for ordinary operations, the best for those with many fields. */
const READINGS_MAX = 48;

const NO_BOUNDARIES: Boundaries = { begins: [], ends: [] };

interface Candidate extends Omit<Argument, 'isQuoted'> {
  /** The bit of its field in `Step.taken`. */
  readonly bit: number;
  readonly score: number;
}

/** A partial reading, linked to the one before its last argument. */
interface Step {
  readonly score: number;
  readonly support: number;
  /** A bit for each field given. */
  readonly taken: number;
  readonly isAfterArgument: boolean;
  readonly previous: Step | null;
  readonly candidate: Candidate | null;
}

const START: Step = {
  score: 0,
  support: WEIGHT.contextPair,
  taken: 0,
  isAfterArgument: false,
  previous: null,
  candidate: null,
};

export function readArguments(sentence: Sentence, pattern: Pattern, leanings: Leanings): Reading {
  const asked = { sentence, pattern, leanings };
  const length = sentence.tokens.length;
  const isNear = (at: number) => at <= HEAD_TOKENS || at >= length - TAIL_TOKENS;
  const byStart = Map.groupBy(candidatesOf(asked, isNear), (candidate) => candidate.from);
  const best: Map<number, Step>[] = Array.from({ length: length + 1 }, () => new Map());
  const offer = (at: number, step: Step) => {
    const state = step.taken * 2 + Number(step.isAfterArgument);
    const held = best[at]?.get(state);
    if (!held || held.score < step.score) best[at]?.set(state, step);
  };
  offer(0, START);
  for (let at = 0; at < length; at++) {
    const outside = isNear(at) ? outsideScore(asked, at) : null;
    for (const step of likeliest(best[at])) {
      if (outside !== null) offer(at + 1, { ...step, isAfterArgument: false, score: step.score + outside });
      for (const candidate of byStart.get(at) ?? []) {
        if (step.taken & candidate.bit) continue;
        const before = beforeScore({ sentence, pattern, slot: candidate.slot }, at, step.isAfterArgument);
        offer(candidate.to, extend(step, candidate, before));
      }
    }
  }
  return trace(sentence, likeliest(best[length])[0]);
}

function likeliest(steps: ReadonlyMap<number, Step> | undefined): Step[] {
  return [...(steps?.values() ?? [])].sort((a, b) => b.score - a.score).slice(0, READINGS_MAX);
}

const extend = (step: Step, candidate: Candidate, before: number): Step => ({
  score: step.score + candidate.score + before,
  support: isFree(candidate.slot) ? Math.min(step.support, before) : step.support,
  taken: step.taken | candidate.bit,
  isAfterArgument: true,
  previous: step,
  candidate,
});

function trace(sentence: Sentence, end: Step | undefined): Reading {
  const found: Argument[] = [];
  for (let step: Step | null | undefined = end; step?.candidate; step = step.previous) {
    const { slot, from, to } = step.candidate;
    const quote = quoteAt(sentence, step.candidate);
    const value = isWritten(slot) ? freeValue(sentence, step.candidate) : step.candidate.value;
    found.unshift({ slot, from, to, value, isQuoted: quote !== undefined });
  }
  return { arguments: found, score: end?.score ?? Number.NEGATIVE_INFINITY, support: end?.support ?? 0 };
}

/** True when the argument is the person's own writing rather than a value read from it. */
const isWritten = (slot: Slot): boolean => isFree(slot) || slot.field.kind === 'when';

function candidatesOf(asked: Asked, isNear: (at: number) => boolean): Candidate[] {
  const { sentence, pattern } = asked;
  const fields = [...new Set(pattern.slots.map((slot) => slot.field))];
  const free = freeRanges(sentence, isNear);
  return pattern.slots.flatMap((slot) => {
    const bit = 1 << fields.indexOf(slot.field);
    const wanted = slot.field.isRequired ? WEIGHT.required : isFree(slot) ? WEIGHT.optionalFree : 0;
    // A cue has been heard often enough to count in full.
    const isDoubtful = slot.isOnlyHeard && !slot.field.isRequired && !isCued(slot.field);
    const base = wanted + (isDoubtful ? WEIGHT.onlyHeard : 0);
    const found = isFree(slot) ? free.filter((range) => mayHold(slot, sentence, range)) : toldRanges(sentence, slot);
    const ranges = found.filter((range) =>
      slot.isReference ? !startsWithOrder(sentence, range) : isMarked(sentence, slot, range),
    );
    const { begins, ends } = isFree(slot) ? boundariesOf(sentence, slot) : NO_BOUNDARIES;
    return ranges.map(({ from, to, value }) => {
      const edges = (begins[from] ?? 0) + (ends[to] ?? 0);
      const score = isFree(slot) ? freeScore({ ...asked, slot, from, to }) + edges : WEIGHT.entity + 0.1 * (to - from);
      return { slot, from, to, value, bit, score: base + score };
    });
  });
}

/** "Scrap the chess": what opens the sentence is an order to do something to the thing, known or not. */
const startsWithOrder = ({ tokens }: Sentence, { from, to }: Range): boolean =>
  from === 0 && tokens.slice(1, to).some(({ word }) => /^(?:the|my|our|that|this)$/.test(word));

/** True unless all that was ever put here has a character that these words lack. */
const isMarked = (sentence: Sentence, { field: { mark } }: Slot, { from, to }: Range): boolean =>
  mark === '' || writingOf(sentence, from, to).includes(mark);

interface Range {
  readonly from: number;
  readonly to: number;
  readonly value?: unknown;
}

function freeRanges(sentence: Sentence, isNear: (at: number) => boolean): Range[] {
  const near = Array.from({ length: sentence.tokens.length + 1 }, (_, at) => at).filter(isNear);
  // “tell me” is one unit of a command: no argument begins with its “me”.
  const isInside = (at: number) => (sentence.unitAt[at]?.from ?? at) < at;
  const starts = near.filter((at) => !isInside(at));
  const wordAt = (at: number) => sentence.tokens[at]?.word ?? '';
  const isEmpty = (from: number, to: number) => to === from + 1 && SMALL_WORDS.has(wordAt(from));
  const isPolite = (from: number, to: number) => MANNERS.has(wordAt(from)) || MANNERS.has(wordAt(to - 1));
  const quotes = sentence.entities.filter(({ kind }) => kind === 'quote');
  // What is quoted is one thing: no argument ends within it or begins there.
  const cutsQuote = (from: number, to: number) =>
    quotes.some((quote) => from < quote.to && quote.from < to && !(from <= quote.from && quote.to <= to));
  const isNone = (from: number, to: number) => isEmpty(from, to) || isPolite(from, to) || cutsQuote(from, to);
  return starts.flatMap((from) => near.filter((to) => to > from && !isNone(from, to)).map((to) => ({ from, to })));
}

/** A name in quotation marks is the whole name. */
const mayHold = ({ field, isReference }: Slot, { entities }: Sentence, { from, to }: Range): boolean =>
  !(isReference || field.kind === 'name') ||
  !entities.some((one) => one.kind === 'quote' && from <= one.from && one.to <= to && one.to - one.from < to - from);

/** Ranges whose words alone tell a value of the field: entities and cue words. */
function toldRanges(sentence: Sentence, { field, cues }: Slot): Range[] {
  const told = isCued(field)
    ? cuedRanges(sentence, cues)
    : sentence.entities.map((entity) => ({ from: entity.from, to: entity.to, value: fieldValue(field, entity) }));
  const isPart = (range: Range) => field.kind === 'number' && isPartOfDate(sentence, range);
  return told.filter((range) => range.value !== undefined && !isPart(range));
}

/** The 15 of “15 June” is no number by itself; the 8 of “at 8” may be one. */
const isPartOfDate = ({ entities, tokens }: Sentence, { from, to }: Range): boolean =>
  entities.some((one) => {
    const isWithin = one.kind === 'moment' && one.from <= from && to <= one.to && one.to - one.from > to - from;
    const isAlone = to === one.to && from === one.from + 1 && SMALL_WORDS.has(tokens[one.from]?.word ?? '');
    return isWithin && !isAlone;
  });

/** Each token that is a cue, and each phrase whose words together are one: "turn … on". */
function cuedRanges({ tokens, units }: Sentence, cues: Slot['cues']): Range[] {
  const words = tokens.map(({ stem }, at) => ({ from: at, to: at + 1, value: cues.get(stem) }));
  const phrases = units.flatMap((unit) =>
    keysOf(unit).map((key) => ({ from: unit.from, to: unit.to, value: cues.get(key) })),
  );
  return [...words, ...phrases];
}

const quoteAt = ({ entities }: Sentence, { from, to }: Range) =>
  entities.find((one) => one.kind === 'quote' && one.from === from && one.to === to);

function freeValue(sentence: Sentence, { slot, from, to }: Candidate): unknown {
  const quote = quoteAt(sentence, { from, to });
  const written = quote ? String(quote.value) : writingOf(sentence, from, to);
  return slot.field.kind === 'list' && !slot.isReference ? itemsOf(written) : written;
}

/** `a, b and c` → three items. */
const itemsOf = (written: string): string[] =>
  written
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+/)
    .map((item) => item.trim())
    .filter(Boolean);
