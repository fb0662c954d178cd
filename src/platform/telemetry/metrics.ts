/** Figures for Prometheus: this process, and how long each operation takes and how it ends. One registry for each Nima. */
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Meter } from '../../kernel/run.ts';
import { DurationHistogram } from './duration-histogram.ts';

export interface Metrics extends Meter {
  /** Prometheus text format 0.0.4. */
  text(): Promise<string>;
}

/** From an in-memory read to an answer of a slow model, seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] as const;

export function createMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const operations = new DurationHistogram({
    name: 'nima_operation_seconds',
    help: 'Time of an operation until its answer, by operation and outcome (done, or the failure code).',
    labels: ['operation', 'outcome'],
    bounds: BUCKETS,
  });
  return {
    observe: (operation, outcome, ms) => operations.observe(operation, outcome, ms / 1000),
    text: async () => `${await register.metrics()}\n${operations.text()}`,
  };
}
