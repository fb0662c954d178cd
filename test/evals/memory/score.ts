/** The figures of the memory evals: what is counted, and the floor each must keep. */
import type { Outcome } from './truth.ts';

export interface TruthScore {
  readonly cases: number;
  /** Share of questions whose first recalled fact is the current one, with nothing outdated held. */
  readonly first: number;
  /** Share answered with the current value, or not at all where nothing is so any more. */
  readonly answered: number;
  /** Share of facts put in the past that should still hold. */
  readonly falselyRetired: number;
  readonly asOf: number;
}

export const FLOORS = { first: 0.98, answered: 0.98, falselyRetired: 0.005, asOf: 1, junk: 0.03 } as const;

const share = (part: number, all: number): number => (all === 0 ? 1 : part / all);

export function scoreOf(outcomes: readonly Outcome[]): TruthScore {
  const present = outcomes.filter(({ one }) => one.kind !== 'asof');
  const past = outcomes.filter(({ one }) => one.kind === 'asof');
  const kept = outcomes.reduce((sum, one) => sum + one.kept, 0);
  const lost = outcomes.reduce((sum, one) => sum + one.lost.length, 0);
  const good = (list: readonly Outcome[], is: (one: Outcome) => boolean) => share(list.filter(is).length, list.length);
  return {
    cases: outcomes.length,
    first: good(present, ({ isFirst }) => isFirst),
    answered: good(outcomes, ({ isAnswered }) => isAnswered),
    falselyRetired: kept === 0 ? 0 : lost / kept,
    asOf: good(past, ({ isFirst }) => isFirst),
  };
}

export const missText = ({ one, first, answer, lost, stale }: Outcome): string =>
  `${one.kind}: ${one.told.map(({ text }) => text).join(' // ')} → ${one.asked} recalled "${first}", answered "${answer}"; lost ${lost.join(' ')}; stale ${stale.join(' ')}`;
