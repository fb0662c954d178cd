/**
 * How long things take, counted in buckets by two labels and told in Prometheus text. Counting is one step in an array:
 * prom-client's own histogram hashes the labels of every observation, 2 µs of each answer.
 */

export interface HistogramSpec {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly [string, string];
  /** Upper bounds, seconds, rising. */
  readonly bounds: readonly number[];
}

interface Series {
  /** As they stand between the braces. */
  readonly labels: string;
  /** One for each bound, and one for what is above them all. */
  readonly counts: number[];
  sum: number;
}

const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

export class DurationHistogram {
  readonly #spec: HistogramSpec;
  /** By the first label, then by the second. */
  readonly #series = new Map<string, Map<string, Series>>();

  constructor(spec: HistogramSpec) {
    this.#spec = spec;
  }

  observe(first: string, second: string, seconds: number): void {
    const series = this.#series.get(first)?.get(second) ?? this.#open(first, second);
    const { bounds } = this.#spec;
    let at = 0;
    while (at < bounds.length && seconds > (bounds[at] as number)) at += 1;
    series.counts[at] = (series.counts[at] ?? 0) + 1;
    series.sum += seconds;
  }

  #open(first: string, second: string): Series {
    const { labels, bounds } = this.#spec;
    const series: Series = {
      labels: `${labels[0]}="${escaped(first)}",${labels[1]}="${escaped(second)}"`,
      counts: [...bounds, Number.POSITIVE_INFINITY].map(() => 0),
      sum: 0,
    };
    const ofFirst = this.#series.get(first) ?? new Map<string, Series>();
    this.#series.set(first, ofFirst.set(second, series));
    return series;
  }

  /** Prometheus text format 0.0.4: each bucket counts all at or below its bound. */
  text(): string {
    const { name, help, bounds } = this.#spec;
    const lines = [`# HELP ${name} ${help}`, `# TYPE ${name} histogram`];
    for (const { labels, counts, sum } of [...this.#series.values()].flatMap((each) => [...each.values()])) {
      let count = 0;
      for (const [at, bound] of [...bounds, '+Inf'].entries()) {
        count += counts[at] ?? 0;
        lines.push(`${name}_bucket{le="${bound}",${labels}} ${count}`);
      }
      lines.push(`${name}_sum{${labels}} ${sum}`, `${name}_count{${labels}} ${count}`);
    }
    return `${lines.join('\n')}\n`;
  }
}
