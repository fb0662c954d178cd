/** Fits a logistic regression by gradient descent: what turns evidence for an operation into a probability. */
const STEPS = 3000;
const RATE = 0.5;
/** Keeps weights small where the few sentences would allow any. */
const RIDGE = 0.002;

export interface Row {
  readonly features: readonly number[];
  readonly isRight: boolean;
}

export function fitLogistic(rows: readonly Row[]): { bias: number; weights: number[]; spread: number[] } {
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
