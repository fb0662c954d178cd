/** Metrics in Prometheus' format, in a registry of their own so that two Nimas in one process stay apart. */
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Meter } from '../../kernel/run.ts';

export interface Metrics extends Meter {
  text(): Promise<string>;
}

/** From a cached read to a slow answer of a model, seconds. */
const BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const operations = new Histogram({
    name: 'nima_operation_seconds',
    help: 'Duration of operations by name and outcome (done, or the failure code)',
    labelNames: ['operation', 'outcome'],
    buckets: BUCKETS,
    registers: [registry],
  });
  return {
    observe: (operation, outcome, ms) => operations.observe({ operation, outcome }, ms / 1000),
    text: () => registry.metrics(),
  };
}
