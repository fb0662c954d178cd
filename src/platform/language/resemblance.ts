/** How like an operation's examples the command words of a sentence are, rare words counting more than common ones. */
import { CONNECTIVES, SMALL_WORDS } from './concepts.ts';
import { keysOf, type Unit } from './lexicon.ts';
import type { Pattern, Template } from './templates.ts';

export interface Likeness {
  /** The share of an example's words that the sentence has, and the share of its words that the example explains. */
  readonly recall: number;
  readonly precision: number;
}

const SMALL_WEIGHT = 0.15;
/** A small word that may carry meaning: `what` asks to see something, and much else. */
const LIGHT_WEIGHT = 0.4;
/** A word of the same meaning, and a word that only another example or the operation's name has. */
const CONCEPT_MATCH = 0.9;
const VOCABULARY_MATCH = 0.8;

/** A unit of the sentence, worked out once for all the examples it is held against. */
interface Asked {
  readonly unit: Unit;
  readonly weight: number;
  /** How well it is explained when the example at hand does not have it. */
  readonly least: number;
}

/** How a unit of an example matches each unit of the sentence, and the best of these; null where it matches none. */
type Matches = { readonly each: readonly number[]; readonly best: number } | null;

export class Resemblance {
  readonly #spread = new Map<string, number>();
  readonly #total: number;
  /** Of the units of examples; those that occur again are the same object. */
  readonly #weights = new Map<Unit, number>();

  constructor(patterns: readonly Pattern[]) {
    this.#total = patterns.length;
    const examples = patterns.map(({ templates }) => new Set(templates.flatMap(({ units }) => units)));
    for (const units of examples)
      for (const key of new Set([...units].flatMap(keysOf))) this.#spread.set(key, (this.#spread.get(key) ?? 0) + 1);
    for (const units of examples) for (const unit of units) this.#weights.set(unit, this.#weight(unit));
  }

  /** The likeness to the nearest example. */
  of(pattern: Pattern, outside: readonly Unit[]): Likeness {
    const asked = outside.map((unit): Asked => {
      const isKnown = keysOf(unit).some((key) => pattern.vocabulary.has(key));
      return { unit, weight: this.#weight(unit), least: isKnown ? VOCABULARY_MATCH : 0 };
    });
    const known = new Map<Unit, Matches>();
    const matchesOf = (unit: Unit): Matches => {
      const before = known.get(unit);
      if (before !== undefined) return before;
      const matches = matchAll(unit, asked);
      known.set(unit, matches);
      return matches;
    };
    let nearest: Likeness = { recall: 0, precision: 0 };
    for (const { units } of pattern.templates) {
      const recall = this.#recall(units, matchesOf);
      // No precision is more than 1, so that most examples need not be looked at twice.
      if (recall <= nearest.recall * nearest.precision) continue;
      const precision = precisionOf(asked, units, matchesOf);
      if (recall * precision > nearest.recall * nearest.precision) nearest = { recall, precision };
    }
    return nearest;
  }

  #recall(units: Template['units'], matchesOf: (unit: Unit) => Matches): number {
    let [found, whole] = [0, 0];
    for (const unit of units) {
      const weight = this.#weights.get(unit) ?? 0;
      whole += weight;
      found += weight * (matchesOf(unit)?.best ?? 0);
    }
    return whole && found / whole;
  }

  #weight(unit: Unit): number {
    if (SMALL_WORDS.has(unit.stem)) return unit.concepts.size ? LIGHT_WEIGHT : SMALL_WEIGHT;
    if ([...unit.concepts].some((concept) => CONNECTIVES.has(concept))) return LIGHT_WEIGHT;
    const spread = Math.max(...keysOf(unit).map((key) => this.#spread.get(key) ?? 0));
    return Math.log(1 + this.#total / (spread || 0.5));
  }
}

function precisionOf(asked: readonly Asked[], units: Template['units'], matchesOf: (unit: Unit) => Matches): number {
  const rows = units.map((unit) => matchesOf(unit)?.each).filter((each) => each !== undefined);
  let [told, whole] = [0, 0];
  for (const [at, { weight, least }] of asked.entries()) {
    const match = rows.reduce((best, each) => Math.max(best, each[at] as number), 0);
    whole += weight;
    told += weight * (match || least);
  }
  return whole && told / whole;
}

function matchAll(unit: Unit, asked: readonly Asked[]): Matches {
  const each = asked.map((other) => matchOf(unit, other.unit));
  const best = Math.max(0, ...each);
  return best > 0 ? { each, best } : null;
}

function matchOf(one: Unit, other: Unit): number {
  if (one.stem === other.stem) return 1;
  for (const concept of one.concepts) if (other.concepts.has(concept)) return CONCEPT_MATCH;
  return 0;
}
