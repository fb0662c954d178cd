/**
 * Multinomial logistic regression over sparse vectors, trained by stochastic gradient descent. Deterministic. Classes may
 * share weights: those that remove things learn from each other what removing sounds like.
 */
import type { SparseVector } from './features.ts';
import { type SparseRows, sparseRows } from './sparse-rows.ts';

export interface Sample {
  readonly vector: SparseVector;
  readonly label: number;
}

export interface ClassifierOptions {
  readonly classes: number;
  readonly dimensions: number;
  readonly epochs: number;
  /** First step size; falls linearly to a tenth of it. */
  readonly rate: number;
  /** For each class, the groups it belongs to, numbered from 0 over all kinds of groups; none when left out. */
  readonly groups?: readonly (readonly number[])[];
}

/** All that was learned, as plain data. */
export interface Learned {
  /** For each class, the columns whose weights add up to its score. */
  readonly columns: readonly (readonly number[])[];
  readonly weights: SparseRows;
  readonly bias: Float32Array;
}

/** Classes whose probability is off by less are left alone: most are, and skipping them makes training several times faster. */
const NEGLIGIBLE = 0.003;
/** The bias moves slowly, so that words and not the number of examples decide. */
const BIAS_RATE = 0.1;
/** Weights below it are dropped once learned: one in twenty stays, and the same sentences are understood. */
const WEIGHT_MIN = 0.2;
/** Any fixed number: the same examples must give the same understanding after every start. */
const SEED = 20_260_304;

/** The numbers below `length` in an order that depends on the seed alone. */
export function shuffled(length: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, index) => index);
  let state = seed >>> 0;
  for (let i = length - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    const held = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = held;
  }
  return order;
}

/** Turns scores into probabilities, in place. */
function normalize(scores: Float32Array): Float32Array {
  const highest = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let total = 0;
  for (let c = 0; c < scores.length; c++) total += scores[c] = Math.exp((scores[c] ?? 0) - highest);
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] ?? 0) / total;
  return scores;
}

function sumUp(columns: Learned['columns'], sums: Float32Array): Float32Array {
  const scores = new Float32Array(columns.length);
  for (const [c, own] of columns.entries()) for (const column of own) (scores[c] as number) += sums[column] as number;
  return scores;
}

/** The weights while they are learned: row of a feature, column of a class or group. */
class Training {
  readonly #columns: Learned['columns'];
  readonly #width: number;
  readonly #weights: Float32Array;
  readonly #bias: Float32Array;

  constructor({ classes, dimensions, groups = [] }: ClassifierOptions) {
    this.#columns = Array.from({ length: classes }, (_, c) => [
      c,
      ...(groups[c] ?? []).map((group) => classes + group),
    ]);
    this.#width = 1 + Math.max(...this.#columns.flat());
    this.#weights = new Float32Array(dimensions * this.#width);
    this.#bias = new Float32Array(this.#width);
  }

  get learned(): Learned {
    return { columns: this.#columns, weights: sparseRows(this.#weights, this.#width, WEIGHT_MIN), bias: this.#bias };
  }

  learn({ vector, label }: Sample, rate: number): void {
    const gradient = this.#gradient(vector, label);
    const active = Uint16Array.from(gradient.keys()).filter((k) => gradient[k] !== 0);
    const [weights, bias, width] = [this.#weights, this.#bias, this.#width];
    const { indices, values } = vector;
    for (let i = 0; i < indices.length; i++) {
      const row = (indices[i] as number) * width;
      const step = rate * (values[i] as number);
      for (let a = 0; a < active.length; a++) {
        const k = active[a] as number;
        (weights[row + k] as number) -= step * (gradient[k] as number);
      }
    }
    for (const k of active) (bias[k] as number) -= BIAS_RATE * rate * (gradient[k] as number);
  }

  /** By column: a group's is the sum of its classes'. */
  #gradient(vector: SparseVector, label: number): Float32Array {
    const off = normalize(sumUp(this.#columns, this.#sums(vector)));
    (off[label] as number) -= 1;
    const gradient = new Float32Array(this.#width);
    for (let c = 0; c < off.length; c++) {
      const error = off[c] as number;
      if (Math.abs(error) < NEGLIGIBLE) continue;
      for (const k of this.#columns[c] as readonly number[]) (gradient[k] as number) += error;
    }
    return gradient;
  }

  #sums({ indices, values }: SparseVector): Float32Array {
    const [sums, weights, width] = [this.#bias.slice(), this.#weights, this.#width];
    for (let i = 0; i < indices.length; i++) {
      const row = (indices[i] as number) * width;
      const value = values[i] as number;
      for (let k = 0; k < width; k++) (sums[k] as number) += value * (weights[row + k] as number);
    }
    return sums;
  }
}

export function train(samples: readonly Sample[], options: ClassifierOptions): Learned {
  const training = new Training(options);
  const steps = samples.length * options.epochs;
  for (let epoch = 0, step = 0; epoch < options.epochs; epoch++)
    for (const index of shuffled(samples.length, SEED + epoch)) {
      const sample = samples[index];
      if (sample) training.learn(sample, options.rate * (1 - (0.9 * step++) / steps));
    }
  return training.learned;
}

export class Classifier {
  readonly #learned: Learned;

  constructor(learned: Learned) {
    this.#learned = learned;
  }

  /** One probability for each class. */
  probabilities(vector: SparseVector): Float32Array {
    return normalize(this.scores(vector));
  }

  /** Log-odds before normalization; their level says how much of the sentence is known at all. */
  scores({ indices, values }: SparseVector): Float32Array {
    const { columns, weights, bias } = this.#learned;
    const sums = bias.slice();
    for (let i = 0; i < indices.length; i++) {
      const row = indices[i] as number;
      const value = values[i] as number;
      const end = weights.starts[row + 1] as number;
      for (let at = weights.starts[row] as number; at < end; at++)
        (sums[weights.columns[at] as number] as number) += value * (weights.values[at] as number);
    }
    return sumUp(columns, sums);
  }
}
