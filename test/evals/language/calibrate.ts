/**
 * Fits the weights that turn evidence into a confidence (`CALIBRATION` in src/platform/language/language.ts) and prints
 * them: logistic regression on the tuning sets and on the examples themselves, each read by a model that never saw it.
 */
import { Understander } from '../../../src/platform/language/language.ts';
import { NOW, OPERATIONS, readPhrasings, readTalk } from './score.ts';

const CLOCK = { now: () => NOW, timeZone: 'UTC' };
const STEPS = 20_000;
const RATE = 0.5;
/** Keeps weights small where the few sentences would allow any. */
const RIDGE = 0.002;

interface Row {
  readonly features: readonly number[];
  readonly isRight: boolean;
}

const rowsOf = (model: Understander, say: string, operation: string | null): Row[] =>
  model.weigh(say).map(({ pattern, features }) => ({ features, isRight: pattern.operation.name === operation }));

function heldOutExamples(): Row[] {
  return OPERATIONS.flatMap((operation, at) =>
    operation.examples.length < 3
      ? []
      : operation.examples.flatMap((example) => {
          const examples = operation.examples.filter((other) => other !== example);
          const model = new Understander(OPERATIONS.with(at, { ...operation, examples }), CLOCK);
          return rowsOf(model, example.say, operation.name);
        }),
  );
}

function fitLogistic(rows: readonly Row[]): { bias: number; weights: number[]; spread: number[] } {
  const count = rows[0]?.features.length ?? 0;
  const mean = Array.from(
    { length: count },
    (_, i) => rows.reduce((sum, row) => sum + (row.features[i] ?? 0), 0) / rows.length,
  );
  const spread = mean.map(
    (m, i) => Math.sqrt(rows.reduce((s, r) => s + ((r.features[i] ?? 0) - m) ** 2, 0) / rows.length) || 1,
  );
  const scaled = rows.map((row) => row.features.map((value, i) => (value - (mean[i] ?? 0)) / (spread[i] ?? 1)));
  const weights = new Array<number>(count).fill(0);
  let bias = 0;
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Array<number>(count).fill(0);
    let shift = 0;
    for (const [index, features] of scaled.entries()) {
      const z = features.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), bias);
      const error = 1 / (1 + Math.exp(-z)) - Number(rows[index]?.isRight);
      shift += error;
      for (let i = 0; i < count; i++) gradient[i] = (gradient[i] ?? 0) + error * (features[i] ?? 0);
    }
    bias -= (RATE * shift) / rows.length;
    for (let i = 0; i < count; i++)
      weights[i] = (weights[i] ?? 0) - RATE * ((gradient[i] ?? 0) / rows.length + RIDGE * (weights[i] ?? 0));
  }
  const unscaled = weights.map((weight, i) => weight / (spread[i] ?? 1));
  return {
    bias: bias - unscaled.reduce((sum, weight, i) => sum + weight * (mean[i] ?? 0), 0),
    weights: unscaled,
    spread,
  };
}

const model = new Understander(OPERATIONS, CLOCK);
const rows = [
  ...readPhrasings('tuning.tsv').flatMap(({ say, operation }) => rowsOf(model, say, operation)),
  ...readTalk('tuning-talk.txt').flatMap((say) => rowsOf(model, say, null)),
  ...heldOutExamples(),
];
const { bias, weights } = fitLogistic(rows);
console.log(
  `rows ${rows.length}\nbias: ${bias.toFixed(2)},\nweights: [${weights.map((one) => one.toFixed(2)).join(', ')}],`,
);
