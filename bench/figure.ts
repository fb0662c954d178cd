/** A figure: what was measured, beside its target and its condition. Only prints; measuring is the benches' business. */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release } from 'node:os';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** `≤ 25` means less is better, `≥ 77` the contrary; null for a number told for comparison only. */
  readonly target: { readonly is: '≤' | '≥'; readonly value: number } | null;
  /** Data, database, samples: what somebody needs to measure it again. */
  readonly condition: string;
  /** The same measured for something else in the same run. */
  readonly peer?: { readonly name: string; readonly value: number };
}

export const atMost = (value: number) => ({ is: '≤', value }) as const;
export const atLeast = (value: number) => ({ is: '≥', value }) as const;

export function isMet({ value, target }: Figure): boolean {
  if (!target) return true;
  return target.is === '≤' ? value <= target.value : value >= target.value;
}

function rounded(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en');
  return value.toFixed(Math.abs(value) < 10 ? 2 : Math.abs(value) < 1000 ? 1 : 0);
}

/** One figure in two lines: the number beside target and peer, then the condition. */
export function figureText(figure: Figure): string {
  const { name, value, unit, target, peer, condition } = figure;
  const parts = [
    name.padEnd(52),
    `${rounded(value)} ${unit}`.padStart(14),
    target ? `target ${target.is} ${rounded(target.value)}`.padEnd(15) : ''.padEnd(15),
    target ? (isMet(figure) ? 'met   ' : 'MISSED') : '      ',
    peer ? `${peer.name}: ${rounded(peer.value)} ${unit}` : '',
  ];
  return `${parts.join('  ').trimEnd()}\n    ${condition}`;
}

/** The condition all figures of a run share. */
export function machineText(now: Date): string {
  const [cpu] = cpus();
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const load = loadavg()[0]?.toFixed(1);
  const kernel = `${process.platform} ${release()}`;
  return `${now.toISOString().slice(0, 10)}, commit ${commit}, ${cpus().length} cores of ${cpu?.model.trim()}, ${kernel}, Node ${process.versions.node}, load ${load} at start`;
}

/** The value below which `share` of the samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);
