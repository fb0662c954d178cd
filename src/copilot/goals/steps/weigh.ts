/** How much a kind of step counts, from what the owner accepted and declined. Pure. */

import { STEP_KINDS, type StepKind } from './step.ts';
import type { DecisionRow } from './store.ts';

export interface KindWeight {
  readonly kind: StepKind;
  readonly accepted: number;
  readonly declined: number;
  readonly weight: number;
}

/** How pressing a kind is before anything is learned: what is due comes before what might help. */
const URGENCY: Readonly<Record<StepKind, number>> = {
  complete: 1,
  overdue: 0.95,
  dependency: 0.9,
  slip: 0.8,
  stale: 0.75,
  milestone: 0.7,
  plan: 0.6,
  lesson: 0.5,
  memory: 0.45,
  knowledge: 0.4,
  model: 0.35,
};

/** Decisions that count as already made: the first decline takes a third, none ever silences a kind for good. */
const PRIOR = 2;

export function weightsFrom(decisions: readonly Pick<DecisionRow, 'kind' | 'verdict'>[]): KindWeight[] {
  return STEP_KINDS.map((kind) => {
    const own = decisions.filter((decision) => decision.kind === kind);
    const declined = own.filter(({ verdict }) => verdict === 'declined').length;
    const accepted = own.length - declined;
    const weight = (accepted + PRIOR) / (accepted + declined + PRIOR);
    return { kind, accepted, declined, weight: Math.round(weight * 1000) / 1000 };
  });
}

export function scoreOf(kind: StepKind, weights: readonly KindWeight[]): number {
  const weight = weights.find((each) => each.kind === kind)?.weight ?? 1;
  return Math.round(URGENCY[kind] * weight * 1000) / 1000;
}
