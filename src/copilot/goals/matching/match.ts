/**
 * Which goal or milestone some words speak of, by the stems they share. Words that every goal could hold ("finish",
 * "deploy") count little; numbers must agree, because "chapter 2" is not "chapter 3". Pure.
 */
import { openMilestones, type Standing } from '../standing.ts';
import type { Claim } from './claims.ts';
import { stemOf, stemsOf } from './words.ts';

export interface Target {
  readonly goalId: string;
  /** Null when the goal itself is meant. */
  readonly milestoneId: string | null;
  readonly title: string;
  readonly stems: readonly string[];
}

export interface Match {
  readonly target: Target;
  /** Share of the target's words that were said, 0 to 1. */
  readonly coverage: number;
}

/** Found on matching/claims.test.ts: two of three telling words are not enough, three of four are. */
export const COVERAGE_MIN = 0.7;
const LEAD_MIN = 0.15;
const GENERIC_WEIGHT = 0.25;
const GENERIC: ReadonlySet<string> = new Set(
  `finish complete do make get set deploy ship release launch merge deliver publish write build implement create add move
  read run test learn plan start work project goal task new first next final version`
    .split(/\s+/)
    .map(stemOf),
);

const isNumber = (stem: string): boolean => /\d/.test(stem);
const weightOf = (stem: string): number => (GENERIC.has(stem) ? GENERIC_WEIGHT : 1);

export function targetsOf(standings: readonly Standing[]): Target[] {
  return standings.flatMap((standing) => {
    const { id: goalId, title } = standing.goal;
    const parts = openMilestones(standing).map((row) => ({
      goalId,
      milestoneId: row.id,
      title: row.title,
      stems: stemsOf(row.title),
    }));
    return [...parts, { goalId, milestoneId: null, title, stems: stemsOf(title) }];
  });
}

export function coverageOf(said: ReadonlySet<string>, { stems }: Pick<Target, 'stems'>): number {
  const all = stems.reduce((sum, stem) => sum + weightOf(stem), 0);
  if (all === 0) return 0;
  return stems.filter((stem) => said.has(stem)).reduce((sum, stem) => sum + weightOf(stem), 0) / all;
}

/** Names of numbers agree: none of the target is unsaid. */
const numbersAgree = (said: ReadonlySet<string>, { stems }: Target): boolean =>
  stems.filter(isNumber).every((stem) => said.has(stem));

export function matchesOf(words: string, targets: readonly Target[]): Match[] {
  const said = new Set(stemsOf(words));
  return targets
    .filter((target) => numbersAgree(said, target))
    .map((target) => ({ target, coverage: coverageOf(said, target) }))
    .filter(({ coverage }) => coverage > 0)
    .sort((a, b) => b.coverage - a.coverage || b.target.stems.length - a.target.stems.length);
}

/** The one thing clearly meant, or null: two that fit as well are none. A milestone goes before its goal. */
export function clearMatch(words: string, targets: readonly Target[], verb: string | null): Target | null {
  const fitting = matchesOf(words, targets).filter(
    ({ target, coverage }) => coverage >= COVERAGE_MIN && (verb === null || target.stems.includes(verb)),
  );
  const [first, ...others] = fitting;
  if (!first) return null;
  const weightiest = first.target.stems.length;
  const rival = others.find(
    ({ target, coverage }) => first.coverage - coverage < LEAD_MIN && target.stems.length >= weightiest,
  );
  return rival && rival.target.goalId !== first.target.goalId ? null : first.target;
}

/** What a claim is about: one thing, or each of several that are named side by side. */
export function claimed({ about, verb }: Pick<Claim, 'about' | 'verb'>, targets: readonly Target[]): Target[] {
  const each = about.split(/\s+and\s+/).map((part) => clearMatch(part, targets, null));
  const named = each.flatMap((target) => target ?? []);
  if (verb === null && named.length > 1 && named.length === each.length) return [...new Set(named)];
  const one = clearMatch(about, targets, verb);
  return one ? [one] : [];
}
