/** What an operation's examples teach: the words of the command itself, and where each argument stands among them. */
import type { Example, Operation } from '../../kernel/operation.ts';
import { leadsAnywhere } from './concepts.ts';
import { cuesOf } from './cues.ts';
import { type Field, fieldsOf, fieldValue, givenIn, isCued, isOwnWords, namesIn } from './fields.ts';
import { keysOf, type Lexicon, type Unit } from './lexicon.ts';
import { isNegated } from './negation.ts';
import { outsideOf, readSentence, type Sentence } from './sentence.ts';
import { stemOf, tokenize } from './tokens.ts';
import { learnValues, type ValueLearning } from './values.ts';
import type { Clock } from './when.ts';
import { type WordWeights, wordWeights } from './word-weights.ts';

export interface Slot {
  readonly field: Field;
  /** Holds a description of a thing (`refers`), not the field's own value. */
  readonly isReference: boolean;
  /** No documented example gives it, and its values could as well be part of another argument. */
  readonly isOnlyHeard: boolean;
  /** What stands before the argument in the examples: one unit, and two. */
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  /** How much a word speaks for being the first of an argument (1) or the one before it (-1). */
  readonly first: WordWeights;
  /** The same of its last word and the one after it. */
  readonly last: WordWeights;
  /** For `choice` and `flag`: the value each cue means, a stem or a `+concept`. */
  readonly cues: ReadonlyMap<string, unknown>;
  /** For the same: what all the words of the command tell about it. */
  readonly told: ValueLearning | null;
}

/** The units of one example outside its arguments. */
export interface Template {
  readonly units: readonly Unit[];
}

/** How one operation is asked for: plain data, so that it can be kept in a file. */
export interface Pattern {
  /** Of the operation. */
  readonly name: string;
  readonly slots: readonly Slot[];
  readonly templates: readonly Template[];
  /** Stems and `+concepts` of every template, and of the operation's name. */
  readonly vocabulary: ReadonlySet<string>;
  /** The first words of all that is said for it. */
  readonly openers: ReadonlySet<string>;
  /** How the first unit of each template may be recognized. */
  readonly openings: ReadonlySet<string>;
  /** A documented example forbids something, so a sentence that forbids may mean it. */
  readonly mayForbid: boolean;
}

/** What was read on the way to a pattern, for others to learn from. */
export interface Lesson {
  readonly pattern: Pattern;
  readonly sayings: readonly Saying[];
}

export interface Saying {
  readonly sentence: Sentence;
  readonly spans: readonly Span[];
}

export interface Span {
  readonly field: Field;
  readonly isReference: boolean;
  readonly from: number;
  readonly to: number;
}

/** True when the argument is the person's own words: any could stand there. */
export const isFree = ({ field, isReference }: Pick<Span, 'field' | 'isReference'>): boolean =>
  isReference || isOwnWords(field.kind);

/** Marks the start of the sentence, and an argument, in a context. */
export const SENTENCE_START = '^';
export const ARGUMENT = '<>';

/** The search notes fields given as bits of one integer; no sentence gives more. */
const FIELDS_MAX = 24;

/** Kinds whose values are nothing else. */
const TELLING: ReadonlySet<string> = new Set(['zone', 'url']);

/** What only one phrasing has says little about the next. */
const PHRASED_MIN = 2;

/** The contexts of an argument that starts at `from`: its left neighbour, and its two left neighbours. */
export function contextsBefore(sentence: Sentence, from: number): string[] {
  if (from === 0) return [SENTENCE_START];
  const near = sentence.unitAt[from - 1];
  if (!near) return [];
  const far = near.from > 0 ? sentence.unitAt[near.from - 1] : undefined;
  const farEntity = far && sentence.entities.find((entity) => entity.from < far.to && far.from < entity.to);
  const farKeys = farEntity ? [`<${farEntity.kind}>`] : far ? keysOf(far) : [SENTENCE_START];
  return keysOf(near).flatMap((key) => [key, ...farKeys.map((other) => `${other} ${key}`)]);
}

function rangeOf(sentence: Sentence, words: string): { from: number; to: number } | null {
  const start = sentence.text.toLowerCase().indexOf(words.toLowerCase());
  if (start < 0 || words === '') return null;
  const quote = sentence.entities.find((entity) => entity.kind === 'quote' && entity.value === words);
  if (quote) return quote;
  const from = sentence.tokens.findIndex((token) => token.start >= start);
  const after = sentence.tokens.findIndex((token) => token.start >= start + words.length);
  return from < 0 ? null : { from, to: after < 0 ? sentence.tokens.length : after };
}

function locate(sentence: Sentence, field: Field, value: unknown): { from: number; to: number } | null {
  const { kind } = field;
  if (kind === 'flag') return null;
  if (kind === 'list' && Array.isArray(value)) {
    const ranges = value.map((item) => rangeOf(sentence, String(item))).filter((range) => range !== null);
    if (ranges.length < value.length || !ranges.length) return null;
    return { from: Math.min(...ranges.map((r) => r.from)), to: Math.max(...ranges.map((r) => r.to)) };
  }
  if (kind === 'choice') {
    const at = sentence.tokens.findIndex((token) => token.stem === stemOf(String(value).toLowerCase()));
    return at < 0 ? null : { from: at, to: at + 1 };
  }
  if (kind === 'text' || kind === 'name') return rangeOf(sentence, String(value));
  const readable = sentence.entities.filter((entity) => fieldValue(field, entity) !== undefined);
  const exact = readable.find((entity) => fieldValue(field, entity) === value);
  const isTime = kind === 'moment' || kind === 'duration' || kind === 'cron' || kind === 'when';
  const longest = readable.sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  return exact ?? (isTime ? longest : undefined) ?? rangeOf(sentence, String(value));
}

function align(sentence: Sentence, fields: readonly Field[], example: Example): Span[] {
  const spans: Span[] = [];
  for (const field of fields) {
    const reference = example.refers?.[field.name];
    const value = givenIn(example, field.name);
    const range =
      reference !== undefined
        ? rangeOf(sentence, reference)
        : value === undefined
          ? null
          : locate(sentence, field, value);
    if (range) spans.push({ field, isReference: reference !== undefined, from: range.from, to: range.to });
  }
  return spans.sort((a, b) => a.from - b.from);
}

/** What stands before and after the arguments of a field, with which words these begin and end, and in how many sayings. */
interface Contexts {
  readonly before: ReadonlyMap<string, number>;
  readonly first: ReadonlyMap<string, number>;
  readonly last: ReadonlyMap<string, number>;
  readonly after: ReadonlyMap<string, number>;
}

function contextsOf(sayings: readonly Saying[], field: Field, isReference: boolean): Contexts {
  const counts = () => new Map<string, number>();
  const [before, first, last, after] = [counts(), counts(), counts(), counts()];
  const count = (contexts: Map<string, number>, context: string) =>
    contexts.set(context, (contexts.get(context) ?? 0) + 1);
  for (const { sentence, spans } of sayings)
    for (const [index, span] of spans.entries()) {
      if (span.field !== field || span.isReference !== isReference) continue;
      const isTouching = spans[index - 1]?.to === span.from;
      for (const context of isTouching ? [ARGUMENT] : contextsBefore(sentence, span.from)) count(before, context);
      count(first, sentence.tokens[span.from]?.stem ?? '');
      count(last, sentence.tokens[span.to - 1]?.stem ?? '');
      const next = sentence.unitAt[span.to];
      if (next && spans[index + 1]?.from !== span.to) for (const key of keysOf(next)) count(after, key);
    }
  return { before, first, last, after };
}

const oftenIn = (contexts: ReadonlyMap<string, number>): string[] =>
  [...contexts].flatMap(([context, times]) => (times >= PHRASED_MIN && !leadsAnywhere(context) ? [context] : []));

/** One sight of a word counts half. */
const EDGE_SMOOTHING = 1;

/** For each word at an edge: from 1, always the last within the argument, to -1, always the first beyond it. */
function edgesOf(within: ReadonlyMap<string, number>, beyond: ReadonlyMap<string, number>): WordWeights {
  const leaning = (stem: string): number => {
    const [inside, outside] = [within.get(stem) ?? 0, beyond.get(stem) ?? 0];
    return (inside - outside) / (inside + outside + EDGE_SMOOTHING);
  };
  const words = [...within.keys(), ...[...beyond.keys()].filter((key) => !/[ +<^]/.test(key))];
  return wordWeights(new Map(words.map((stem) => [stem, leaning(stem)])));
}

/** Documented examples are taken at their word; of what else people say, what they say again. */
function slotsOf(
  operation: Operation,
  fields: readonly Field[],
  {
    documented,
    heard,
    phrased,
  }: { documented: readonly Saying[]; heard: readonly Saying[]; phrased: readonly Example[] },
): Slot[] {
  const slotOf = (field: Field, isReference: boolean): Slot => {
    const taught = contextsOf(documented, field, isReference);
    const again = contextsOf(heard, field, isReference);
    const all = contextsOf([...documented, ...heard], field, isReference);
    const hasCues = !isReference && isCued(field);
    const said = { examples: phrased, sayings: heard };
    return {
      field,
      isReference,
      isOnlyHeard: !TELLING.has(field.kind) && !operation.examples.some((example) => namesIn(example).has(field.name)),
      before: new Set([...taught.before.keys(), ...oftenIn(again.before)]),
      after: new Set([...taught.after.keys(), ...oftenIn(again.after)]),
      first: edgesOf(all.first, all.before),
      last: edgesOf(all.last, all.after),
      cues: hasCues ? cuesOf(field, operation, { documented, heard: said }) : new Map(),
      told: hasCues ? learnValues(field, { examples: operation.examples, sayings: documented }, said) : null,
    };
  };
  const referring = (examples: readonly Example[], { name }: Field) =>
    examples.filter(({ refers }) => refers?.[name] !== undefined).length;
  const isReferred = (field: Field) =>
    referring(operation.examples, field) > 0 || referring(phrased, field) >= PHRASED_MIN;
  return fields.flatMap((field) =>
    isReferred(field) ? [slotOf(field, false), slotOf(field, true)] : [slotOf(field, false)],
  );
}

/** One for each wording; a unit that occurs again is the same object, so that many templates stay small. */
function templatesOf(sayings: readonly Saying[], shared: Map<string, Unit>): Template[] {
  const templates = new Map<string, Template>();
  for (const { sentence, spans } of sayings) {
    const units = outsideOf(sentence, spans).map((unit) => {
      const key = keysOf(unit).join(' ');
      const known = shared.get(key) ?? unit;
      shared.set(key, known);
      return known;
    });
    templates.set(units.map(({ stem }) => stem).join(' '), { units });
  }
  return [...templates.values()];
}

export function learnPattern(
  operation: Operation,
  phrased: readonly Example[],
  { lexicon, clock, shared }: { lexicon: Lexicon; clock: Clock; shared: Map<string, Unit> },
): Lesson {
  const fields = fieldsOf(operation, phrased).slice(0, FIELDS_MAX);
  const read = (example: Example): Saying => {
    const sentence = readSentence(example.say, lexicon, clock);
    return { sentence, spans: align(sentence, fields, example) };
  };
  const documented = operation.examples.map(read);
  const heard = phrased.map(read);
  const sayings = [...documented, ...heard];
  const templates = templatesOf(sayings, shared);
  const named = lexicon.units(tokenize(operation.name.split('.').reverse().join(' ')));
  const vocabulary = new Set([...templates.flatMap(({ units }) => units), ...named].flatMap(keysOf));
  for (const field of fields) for (const stem of field.nameStems) vocabulary.add(stem);
  for (const key of vocabulary) if (/^\d+$/.test(key)) vocabulary.delete(key);
  const openers = new Set(sayings.flatMap(({ sentence }) => sentence.tokens[0]?.word ?? []));
  const openings = new Set(templates.flatMap(({ units }) => (units[0] ? keysOf(units[0]) : [])));
  const mayForbid = documented.some(({ sentence }) => isNegated(sentence));
  const slots = slotsOf(operation, fields, { documented, heard, phrased });
  return { pattern: { name: operation.name, slots, templates, vocabulary, openers, openings, mayForbid }, sayings };
}
