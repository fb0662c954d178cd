/** Multinomial logistic regression over sparse vectors, trained by stochastic gradient descent. Deterministic. */
import type { SparseVector } from './features.ts';

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
}

/** Classes whose probability is off by less are left alone: most are, and skipping them makes training several times faster. */
const NEGLIGIBLE = 0.004;
/** The bias moves slowly, so that words and not the number of examples decide. */
const BIAS_RATE = 0.1;
/** Any fixed number: the same examples must give the same understanding after every start. */
const SEED = 20_260_304;

function shuffled(length: number, seed: number): Uint32Array {
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

export class Classifier {
  readonly #classes: number;
  /** Row of a feature, column of a class: one sentence touches few rows, each contiguous. */
  readonly #weights: Float32Array;
  readonly #bias: Float32Array;

  constructor(samples: readonly Sample[], options: ClassifierOptions) {
    this.#classes = options.classes;
    this.#weights = new Float32Array(options.dimensions * options.classes);
    this.#bias = new Float32Array(options.classes);
    const steps = samples.length * options.epochs;
    for (let epoch = 0, step = 0; epoch < options.epochs; epoch++)
      for (const index of shuffled(samples.length, SEED + epoch)) {
        const sample = samples[index];
        if (sample) this.#learn(sample, options.rate * (1 - (0.9 * step++) / steps));
      }
  }

  /** One probability for each class. */
  probabilities(vector: SparseVector): Float32Array {
    const scores = this.scores(vector);
    const highest = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    let total = 0;
    for (let c = 0; c < scores.length; c++) total += scores[c] = Math.exp((scores[c] ?? 0) - highest);
    for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] ?? 0) / total;
    return scores;
  }

  /** Log-odds before normalization; their level says how much of the sentence is known at all. */
  scores({ indices, values }: SparseVector): Float32Array {
    const scores = this.#bias.slice();
    const weights = this.#weights;
    for (let i = 0; i < indices.length; i++) {
      const row = (indices[i] as number) * this.#classes;
      const value = values[i] as number;
      for (let c = 0; c < this.#classes; c++) (scores[c] as number) += value * (weights[row + c] as number);
    }
    return scores;
  }

  #learn({ vector, label }: Sample, rate: number): void {
    const { indices, values } = vector;
    const gradient = this.probabilities(vector);
    (gradient[label] as number) -= 1;
    const active: number[] = [];
    for (let c = 0; c < this.#classes; c++) if (Math.abs(gradient[c] as number) > NEGLIGIBLE) active.push(c);
    const weights = this.#weights;
    for (let i = 0; i < indices.length; i++) {
      const row = (indices[i] as number) * this.#classes;
      const step = rate * (values[i] as number);
      for (const c of active) (weights[row + c] as number) -= step * (gradient[c] as number);
    }
    for (const c of active) (this.#bias[c] as number) -= BIAS_RATE * rate * (gradient[c] as number);
  }
}
