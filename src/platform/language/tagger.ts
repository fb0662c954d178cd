/**
 * Tells the words of a command from those of its arguments, whatever the operation: "restoring" in "finished my goal of
 * restoring the boat" asks for nothing. A linear model over each unit and its neighbours, read from left to right.
 */
import { shuffled } from './classifier.ts';
import { hash } from './features.ts';
import { keysOf } from './lexicon.ts';
import type { Sentence } from './sentence.ts';
import { isFree, type Saying, type Slot, type Span } from './templates.ts';

/** A power of two. */
const DIMENSIONS = 2 ** 15;
const SEED = 4;
const EPOCHS = 5;
/** First step size; falls linearly to a tenth of it. */
const RATE = 0.3;
/** Commands are given at the edges of a long message; its middle is all argument. */
const HEAD_UNITS = 40;
const TAIL_UNITS = 16;
/** Beyond it, a tag is sure, and no surer. */
const LEANING_MAX = 3;
const ARTICLE = /^(?:the|a|an|my)$/;
const BEFORE = '^';
const AFTER = '$';

/** What a unit may belong to: the command, the name or description of a thing, or what somebody is to be told or to keep. */
const CLASSES = 3;
const COMMAND = 0;
const THING = 1;
const SAID = 2;

/** The probabilities of the three classes. */
export type Tag = readonly [command: number, thing: number, said: number];
/** For each unit of a sentence. */
export type Tags = readonly Tag[];

const UNKNOWN = [1 / 3, 1 / 3, 1 / 3] as const;
const MIDDLE = [0, 0, 1] as const;

const classOf = ({ field, isReference }: Pick<Span, 'field' | 'isReference'>): number =>
  isReference || field.kind === 'name' ? THING : SAID;

/** The probability that a unit belongs to an argument of any kind. */
export const argumentShare = (tag: Tag = UNKNOWN): number => 1 - tag[COMMAND];

/** What speaks for each token's belonging to the command, and to an argument of a thing or a text: log-odds. */
export interface Leanings {
  readonly command: readonly number[];
  of(slot: Slot): readonly number[];
}

/**
 * A unit of several tokens shares its own out among them. An article goes with either, so nothing leans there; an entity
 * has a kind of its own to tell by, so nothing leans to the command there. Without tags nothing leans at all.
 */
export function leaningsOf({ units, entities, tokens }: Sentence, tags: Tags): Leanings {
  const leaning = (label: number, isKnown: boolean): number[] =>
    units.flatMap(({ from, to }, index) => {
      const isEntity = isKnown && entities.some((entity) => entity.from < to && from < entity.to);
      const isNeutral = isEntity || !tags[index] || ARTICLE.test(tokens[from]?.word ?? '');
      const share = tags[index]?.[label] ?? 0;
      const odds = isNeutral ? 0 : Math.log(share / (1 - share));
      const bounded = Math.max(-LEANING_MAX, Math.min(LEANING_MAX, odds));
      return Array.from({ length: to - from }, () => bounded / (to - from));
    });
  const [command, thing, said] = [leaning(COMMAND, true), leaning(THING, false), leaning(SAID, false)];
  return { command, of: (slot) => (classOf(slot) === THING ? thing : said) };
}

/** What the model sees of each unit: the kind of the entity there, or its stem and its concepts. */
interface Seen {
  readonly words: readonly string[];
  readonly concepts: readonly (readonly string[])[];
  readonly shapes: readonly string[];
}

function see(sentence: Sentence): Seen {
  const kinds = new Map(sentence.masked.map(({ word, unit }) => [unit, word.startsWith('<') ? word : null]));
  let kind = '';
  const words = sentence.units.map(({ stem }, index) => {
    // An entity is masked by one word, at its first unit.
    kind = kinds.has(index) ? (kinds.get(index) ?? '') : kind;
    return kind || stem;
  });
  const concepts = sentence.units.map((unit) => keysOf(unit).slice(1));
  const shapes = sentence.units.map(({ from }, index) => {
    const written = sentence.text.slice(sentence.tokens[from]?.start, sentence.tokens[from]?.end);
    const isCapital = /^\p{Lu}/u.test(written);
    return `${isCapital ? (index === 0 ? 'first' : 'capital') : 'small'}${/\d/.test(written) ? ' digit' : ''}`;
  });
  return { words, concepts, shapes };
}

/** Slots of what speaks for or against the classes of the unit at `at`; `before` is the class of the unit before it. */
function slotsAt({ words, concepts, shapes }: Seen, at: number, before: number): readonly number[] {
  const word = (offset: number) => words[at + offset] ?? (offset < 0 ? BEFORE : AFTER);
  const [own, left, right] = [word(0), word(-1), word(1)];
  const observed = [
    'bias',
    `own ${own}`,
    `left ${left}`,
    `right ${right}`,
    `pair ${left} ${own}`,
    `next ${own} ${right}`,
    `lefts ${word(-2)} ${left}`,
    `rights ${right} ${word(2)}`,
    `far left ${word(-2)}`,
    `far right ${word(2)}`,
    `three ${word(-2)} ${left} ${own}`,
    `opening ${words[0]} ${before}`,
    `before ${before}`,
    `before ${before} ${left}`,
    `before ${before} own ${own}`,
    `last ${at === words.length - 1} ${before}`,
    `shape ${shapes[at]}`,
    `ending ${own.slice(-2)}`,
    `place ${Math.min(at, 4)}`,
    ...(concepts[at]?.length ? (concepts[at]?.map((concept) => `concept ${concept}`) ?? []) : ['no concept']),
  ];
  return observed.map((text) => (hash(text, 0, text.length, SEED) & (DIMENSIONS - 1)) * CLASSES);
}

function tagBy(weights: Float32Array, slots: readonly number[]): Tag {
  const scores = [COMMAND, THING, SAID].map((label) =>
    Math.exp(slots.reduce((sum, slot) => sum + (weights[slot + label] as number), 0)),
  ) as [number, number, number];
  const total = scores[COMMAND] + scores[THING] + scores[SAID];
  return [scores[COMMAND] / total, scores[THING] / total, scores[SAID] / total];
}

/** The class of each unit, as the arguments of the sentence tell it; only those that any words may fill are arguments here. */
function taughtClasses({ sentence, spans }: Saying): number[] {
  const free = spans.filter(isFree);
  return sentence.units.map((unit) => {
    const span = free.find(({ from, to }) => from < unit.to && unit.from < to);
    return span ? classOf(span) : COMMAND;
  });
}

/** Learns from sentences whose arguments are known. Deterministic. */
export function learnTags(sayings: readonly Saying[]): Float32Array {
  const weights = new Float32Array(DIMENSIONS * CLASSES);
  const lessons = sayings.map((saying) => {
    const [seen, classes] = [see(saying.sentence), taughtClasses(saying)];
    return { classes, slots: classes.map((_, at) => slotsAt(seen, at, classes[at - 1] ?? COMMAND)) };
  });
  const steps = lessons.length * EPOCHS;
  for (let epoch = 0, step = 0; epoch < EPOCHS; epoch++)
    for (const index of shuffled(lessons.length, SEED + epoch)) {
      const rate = RATE * (1 - (0.9 * step++) / steps);
      const { classes, slots: slotsOf } = lessons[index] as (typeof lessons)[number];
      for (const [at, wanted] of classes.entries()) {
        const slots = slotsOf[at] as readonly number[];
        for (const [label, share] of tagBy(weights, slots).entries()) {
          const off = rate * (share - Number(label === wanted));
          for (const slot of slots) (weights[slot + label] as number) -= off;
        }
      }
    }
  return weights;
}

export class Tagger {
  readonly #weights: Float32Array;

  constructor(weights: Float32Array) {
    this.#weights = weights;
  }

  tag(sentence: Sentence): Tags {
    const seen = see(sentence);
    const tags: Tag[] = [];
    let before = COMMAND;
    for (let at = 0; at < seen.words.length; at++) {
      const isNear = at < HEAD_UNITS || at >= seen.words.length - TAIL_UNITS;
      const tag = isNear ? tagBy(this.#weights, slotsAt(seen, at, before)) : MIDDLE;
      before = tag.indexOf(Math.max(...tag));
      tags.push(tag);
    }
    return tags;
  }
}
