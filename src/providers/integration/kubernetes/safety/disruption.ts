/** Pod disruption budgets: one that never lets a pod go blocks every drain, and a scale-down must not undercut one. Pure. */
import type { Fault } from './fault.ts';

export interface Budget {
  readonly name: string;
  readonly matchLabels: Readonly<Record<string, string>>;
  /** As written: a number or `50%`. */
  readonly minAvailable: number | string | undefined;
  readonly maxUnavailable: number | string | undefined;
}

export interface Sized {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly replicas: number;
}

/** Kubernetes rounds a percentage up. */
const countOf = (value: number | string, of: number): number =>
  typeof value === 'string' && value.endsWith('%') ? Math.ceil((Number.parseFloat(value) / 100) * of) : Number(value);

const selects = ({ matchLabels }: Budget, labels: Readonly<Record<string, string>>): boolean =>
  Object.entries(matchLabels).every(([key, value]) => labels[key] === value);

export function disruptionFaults({ name, labels, replicas }: Sized, budgets: readonly Budget[]): readonly Fault[] {
  return budgets
    .filter((budget) => selects(budget, labels))
    .flatMap((budget) => {
      const { minAvailable, maxUnavailable } = budget;
      const fault = (text: string, instead: string): Fault => ({
        rule: 'disruption',
        path: `PodDisruptionBudget/${budget.name} for ${name}`,
        text,
        instead,
      });
      if (minAvailable !== undefined && countOf(minAvailable, replicas) > replicas) {
        return [
          fault(
            `asks for ${minAvailable} pods, and there would be ${replicas}`,
            `Keep ${minAvailable} or more replicas, or lower the budget first.`,
          ),
        ];
      }
      // With nothing running there is nothing to disturb.
      if (replicas === 0) return [];
      const free =
        minAvailable !== undefined
          ? replicas - countOf(minAvailable, replicas)
          : countOf(maxUnavailable ?? 1, replicas);
      if (free > 0) return [];
      return [fault('lets no pod go, so no node can be drained', 'Write maxUnavailable: 1 instead.')];
    });
}
