/**
 * Offline understanding of commands: which operation a sentence means and with which input, learned when Nima is built
 * from the operations' examples and schemas and from what else people say for them. A sentence that is no command gives
 * null; answering it is left to others.
 */
import type { Operation } from '../../kernel/operation.ts';
import type { Correction, Language, TimeReading, Understanding } from '../../kernel/ports.ts';
import { type Reading, readArguments } from './arguments.ts';
import { POLITENESS, QUESTION_OPENERS, STATEMENT_OPENERS } from './concepts.ts';
import { correctionFor } from './corrections.ts';
import { describedBy, namesNothing } from './described.ts';
import { isCued } from './fields.ts';
import { IntentModel } from './intent.ts';
import { keptLearning } from './kept.ts';
import { type LanguageLearning, learnLanguage } from './learn.ts';
import { keysOf, Lexicon, type Unit } from './lexicon.ts';
import { isNegated } from './negation.ts';
import { phrasingFiles, readPhrasings, type Spoken } from './phrasings.ts';
import { readTime } from './read-time.ts';
import { Resemblance } from './resemblance.ts';
import { outsideOf, readSentence, type Sentence } from './sentence.ts';
import { leaningsOf, Tagger } from './tagger.ts';
import type { Pattern } from './templates.ts';
import { valueIn } from './values.ts';
import type { Clock } from './when.ts';

export interface LanguageOptions {
  /** Milliseconds UTC; what `tomorrow` is counted from. */
  readonly now?: () => number;
  /** IANA name of the person's time zone. */
  readonly timeZone?: string;
  /** Modules whose phrasings are learned from beside the examples. */
  readonly modules?: readonly Spoken[];
  /** Where what was learned is kept for the next start; learned anew each time without. */
  readonly folder?: string | null;
}

/**
 * Least probability that a sentence is a command at all. Below it, too much talk was taken for commands on the tuning
 * sets; above, too few commands were understood.
 */
export const COMMAND_MIN = 0.84;
/** From examples alone little is understood surely, and less talk taken for a command. */
export const COMMAND_MIN_UNPHRASED = 0.25;
/** An operation this near to the likeliest, as a share of its probability, is its rival. */
const RIVAL_SHARE = 0.6;
/** Only the likeliest operations are read in full; the right one is among the first few or not at all. */
const CANDIDATES_MAX = 6;
/** So likely must a value be that no cue gives; and so likely must one be to stand against a cue. */
const TOLD_MIN = 0.5;
const OVERRULED_MIN = 0.93;
/** Words that point at a thing without saying which: the talk before must. */
const NO_NAME = /^(?:it|that|this|them|these|those|is|was|one|(?:that|this) one)$/i;
export const NOT_A_COMMAND: Understanding = { operation: null, input: {}, missing: [], confidence: 0 };

/** What speaks for and against one operation. */
export interface Evidence {
  readonly sentence: Sentence;
  readonly pattern: Pattern;
  readonly reading: Reading;
  readonly features: readonly number[];
}

/** A logistic model over the features of `weigh`. */
export interface Calibration {
  readonly bias: number;
  readonly weights: readonly number[];
}

/**
 * Probability that the operation is the one that was meant, and that the sentence is a command at all, whichever. Both are
 * fitted by `test/evals/language/catalog-calibrate.ts` on the tuning sets and on phrasings left out of training; the
 * held-back sets had no part in it.
 */
export const MEANT: Calibration = {
  bias: -1.4,
  weights: [0.51, 0.49, -0.02, 2.8, 0.1, -0.88, -0.63, -0.01, 0.31, 0.07, -0.34, -2.56, -0.05],
};
export const COMMANDED: Calibration = {
  bias: -0.26,
  weights: [0.32, 0.49, -0.11, 1.84, 0.16, -1.22, -1.75, 0.74, -0.31, 0.07, -0.28, -4.52, 0.21],
};

export class Understander implements Language {
  readonly #patterns: readonly Pattern[];
  readonly #lexicon = new Lexicon();
  readonly #tagger: Tagger;
  readonly #intents: IntentModel;
  readonly #resemblance: Resemblance;
  readonly #clock: Clock;
  readonly #isPhrased: boolean;

  constructor({ patterns, tags, intents, isPhrased }: LanguageLearning, clock: Clock) {
    this.#clock = clock;
    this.#patterns = patterns;
    this.#isPhrased = isPhrased;
    this.#resemblance = new Resemblance(patterns);
    this.#tagger = new Tagger(tags);
    this.#intents = new IntentModel(patterns, intents);
  }

  readTime(words: string, zone: string): TimeReading | null {
    return readTime(words, { now: this.#clock.now, timeZone: zone });
  }

  understand(text: string, { corrections = [] }: { corrections?: readonly Correction[] } = {}): Understanding {
    return this.#corrected(text, corrections) ?? this.#learned(text);
  }

  /** What the owner taught about this very sentence is certain; only its arguments are still to be read. */
  #corrected(text: string, corrections: readonly Correction[]): Understanding | null {
    const known = corrections.filter(({ operation }) => this.#patterns.some((one) => one.name === operation));
    const correction = correctionFor(text, known);
    const pattern = correction && this.#patterns.find((one) => one.name === correction.operation);
    if (!pattern) return null;
    const sentence = readSentence(text, this.#lexicon, this.#clock);
    const reading = readArguments(sentence, pattern, leaningsOf(sentence, []));
    return understood({ sentence, pattern, reading, features: [], confidence: 1 });
  }

  #learned(text: string): Understanding {
    const [best, second] = byLikelihood(this.weigh(text), MEANT);
    if (!best) return NOT_A_COMMAND;
    const least = this.#isPhrased ? COMMAND_MIN : COMMAND_MIN_UNPHRASED;
    if (probabilityOf(COMMANDED, best.features) < least) return { ...NOT_A_COMMAND, confidence: best.confidence };
    const isClose = second !== undefined && second.confidence >= RIVAL_SHARE * best.confidence;
    return isClose ? { ...understood(best), rival: understood(second) } : understood(best);
  }

  /** The evidence for each candidate operation; `understand` decides by it, the evaluation fits the calibration to it. */
  weigh(text: string): Evidence[] {
    const sentence = readSentence(text, this.#lexicon, this.#clock);
    if (!sentence.tokens.length) return [];
    const tags = this.#tagger.tag(sentence);
    const intents = this.#intents.judge(sentence, tags);
    // From examples alone the tags are too little sure to move what their contexts say.
    const leanings = leaningsOf(sentence, this.#isPhrased ? tags : []);
    const top = intents[0]?.logProbability ?? 0;
    const isForbidding = isNegated(sentence);
    return intents.slice(0, CANDIDATES_MAX).map(({ pattern, logProbability, logTalk, commandOdds }) => {
      const reading = readArguments(sentence, pattern, leanings);
      const { recall, precision } = this.#resemblance.of(pattern, outsideOf(sentence, reading.arguments));
      const given = new Set(reading.arguments.map((one) => one.slot.field.name));
      const missing = missingOf(pattern, given).length;
      const features = [
        logProbability,
        logProbability - top,
        logTalk,
        recall * precision,
        reading.score,
        missing,
        Number(opensStrangely(sentence, pattern, STATEMENT_OPENERS)),
        Number(opensStrangely(sentence, pattern, QUESTION_OPENERS)),
        Number(opensAsLearned(sentence, pattern)),
        reading.support,
        Number(reading.arguments.some((one) => one.slot.field.kind === 'id')),
        Number(isForbidding && !pattern.mayForbid),
        commandOdds,
      ];
      return { sentence, pattern, reading, features };
    });
  }
}

/** True when an example of the operation begins with the very word the sentence begins with. */
const opensAsWritten = (sentence: Sentence, pattern: Pattern): boolean =>
  pattern.openers.has(sentence.tokens[0]?.word ?? '');

/** True when the sentence begins with one of these words, and none of the operation's examples begins with it. */
function opensStrangely(sentence: Sentence, pattern: Pattern, openers: ReadonlySet<string>): boolean {
  const first = sentence.tokens[0]?.word ?? '';
  return openers.has(first) && !opensAsWritten(sentence, pattern);
}

/** True when the first word that is not mere manners begins an example of the operation too. */
function opensAsLearned(sentence: Sentence, pattern: Pattern): boolean {
  const isManners = (unit: Unit) => POLITENESS.has(unit.stem);
  const first = sentence.units.find((unit) => !isManners(unit));
  if (!first) return false;
  return keysOf(first).some((key) => pattern.openings.has(key));
}

export const probabilityOf = ({ bias, weights }: Calibration, features: readonly number[]): number =>
  1 / (1 + Math.exp(-features.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), bias)));

/** The operation that was most probably meant first; none when there is nothing to go by. */
export const byLikelihood = (found: readonly Evidence[], meant: Calibration): (Evidence & { confidence: number })[] =>
  found
    .map((evidence) => ({ ...evidence, confidence: probabilityOf(meant, evidence.features) }))
    .sort((a, b) => b.confidence - a.confidence);

/** Required fields whose value is not among those given. A description (`refers`) is no value yet. */
function missingOf(pattern: Pattern, given: ReadonlySet<string>): string[] {
  const required = pattern.slots.filter(({ field, isReference }) => field.isRequired && !isReference);
  return required.map(({ field }) => field.name).filter((name) => !given.has(name));
}

/** What the arguments give, and what the command tells as a whole: a value no single word gives, or all together gainsay. */
function inputOf({ sentence, pattern, reading }: Evidence): Record<string, unknown> {
  const own = reading.arguments.filter((one) => !one.slot.isReference);
  const input = Object.fromEntries(own.map((one) => [one.slot.field.name, one.value]));
  const free = reading.arguments.filter(({ slot }) => !isCued(slot.field));
  const command = outsideOf(sentence, free);
  for (const { field, told } of pattern.slots) {
    if (!told) continue;
    const { value, share } = valueIn(told, command);
    if (share < (field.name in input ? OVERRULED_MIN : TOLD_MIN)) continue;
    if (value === undefined) delete input[field.name];
    else input[field.name] = value;
  }
  return input;
}

function understood(evidence: Evidence & { confidence: number }): Understanding {
  const { pattern, reading, confidence } = evidence;
  const references = reading.arguments.filter(
    ({ slot, value, isQuoted }) =>
      slot.isReference &&
      (isQuoted || !(NO_NAME.test(String(value)) || namesNothing(String(value), pattern.name, slot))),
  );
  const input = inputOf(evidence);
  const missing = missingOf(pattern, new Set(Object.keys(input)));
  const understanding = { operation: pattern.name, input, missing, confidence };
  if (!references.length) return understanding;
  return {
    ...understanding,
    refers: Object.fromEntries(
      references.map(({ slot, value, isQuoted }) => [
        slot.field.name,
        isQuoted ? String(value) : describedBy(String(value), pattern.name, slot),
      ]),
    ),
  };
}

export function createLanguage(operations: readonly Operation[], options: LanguageOptions = {}): Language {
  const clock = { now: options.now ?? Date.now, timeZone: options.timeZone ?? 'UTC' };
  const { modules = [], folder = null } = options;
  const learning = keptLearning(folder, { operations, files: phrasingFiles(modules) }, () =>
    learnLanguage(operations, clock, readPhrasings(modules)),
  );
  return new Understander(learning, clock);
}
