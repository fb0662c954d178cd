/** Tells the value of a choice or a flag by all words of a command together, where none of them is a cue by itself. */
import { Classifier, type Learned, train } from './classifier.ts';
import type { Heard } from './cues.ts';
import { Vectorizer } from './features.ts';
import { type Field, givenIn } from './fields.ts';
import { keysOf, type Unit } from './lexicon.ts';
import { outsideOf } from './sentence.ts';

/** Plain data, so that it can be kept in a file. */
export interface ValueLearning {
  /** By class; the first is undefined, for a command that says nothing of the field. */
  readonly values: readonly unknown[];
  readonly learned: Learned;
}

/** Fewer sentences that give a field teach nothing about the next. */
const GIVEN_MIN = 6;
const VECTORS = new Vectorizer(new Float32Array(0), { dimensions: 2 ** 11, gramsMin: 3, gramsMax: 5, gramWeight: 0.3 });
const TRAINING = { dimensions: VECTORS.options.dimensions, epochs: 20, rate: 4 } as const;

const vectorOf = (outside: readonly Unit[]) => VECTORS.vectorize({ words: outside.flatMap(keysOf) });

/** A documented example counts for so many of those people say: it must be understood as it is documented. */
const DOCUMENTED_TIMES = 5;

/** Null when too little is said about the field. */
export function learnValues(field: Field, documented: Heard, heard: Heard): ValueLearning | null {
  const all = [heard, ...Array.from({ length: DOCUMENTED_TIMES }, () => documented)];
  const [examples, sayings] = [all.flatMap((one) => one.examples), all.flatMap((one) => one.sayings)];
  const given = examples.map((example) => givenIn(example, field.name));
  if (given.filter((value) => value !== undefined).length < GIVEN_MIN) return null;
  const values = [undefined, ...new Set(given.filter((value) => value !== undefined))];
  const samples = sayings.map(({ sentence, spans }, index) => {
    const others = spans.filter((span) => span.field !== field);
    return { vector: vectorOf(outsideOf(sentence, others)), label: values.indexOf(given[index]) };
  });
  return { values, learned: train(samples, { ...TRAINING, classes: values.length }) };
}

/** The likeliest value, undefined for none, and how likely it is. */
export function valueIn(
  { values, learned }: ValueLearning,
  outside: readonly Unit[],
): { value: unknown; share: number } {
  const shares = new Classifier(learned).probabilities(vectorOf(outside));
  const best = shares.indexOf(Math.max(...shares));
  return { value: values[best], share: shares[best] ?? 0 };
}
