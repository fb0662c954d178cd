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

export class Resemblance {
  readonly #spread = new Map<string, number>();
  readonly #total: number;

  constructor(patterns: readonly Pattern[]) {
    this.#total = patterns.length;
    for (const { templates } of patterns)
      for (const key of new Set(templates.flatMap(({ units }) => units.flatMap(keysOf))))
        this.#spread.set(key, (this.#spread.get(key) ?? 0) + 1);
  }

  /** The likeness to the nearest example. */
  of(pattern: Pattern, outside: readonly Unit[]): Likeness {
    let best: Likeness = { recall: 0, precision: 0 };
    for (const template of pattern.templates) {
      const likeness = this.#compare(template, pattern, outside);
      if (likeness.recall * likeness.precision > best.recall * best.precision) best = likeness;
    }
    return best;
  }

  #compare(template: Template, pattern: Pattern, outside: readonly Unit[]): Likeness {
    const recall = this.#share(template.units, (unit) => matchAny(unit, outside));
    const precision = this.#share(outside, (unit) => {
      const match = matchAny(unit, template.units);
      if (match) return match;
      return keysOf(unit).some((key) => pattern.vocabulary.has(key)) ? VOCABULARY_MATCH : 0;
    });
    return { recall, precision };
  }

  #share(units: readonly Unit[], match: (unit: Unit) => number): number {
    let matched = 0;
    let whole = 0;
    for (const unit of units) {
      const weight = this.#weight(unit);
      whole += weight;
      matched += weight * match(unit);
    }
    return whole === 0 ? 0 : matched / whole;
  }

  #weight(unit: Unit): number {
    if (SMALL_WORDS.has(unit.stem)) return unit.concepts.size ? LIGHT_WEIGHT : SMALL_WEIGHT;
    if ([...unit.concepts].some((concept) => CONNECTIVES.has(concept))) return LIGHT_WEIGHT;
    const spread = Math.max(...keysOf(unit).map((key) => this.#spread.get(key) ?? 0));
    return Math.log(1 + this.#total / (spread || 0.5));
  }
}

function matchAny(unit: Unit, others: readonly Unit[]): number {
  let best = 0;
  for (const other of others) {
    if (other.stem === unit.stem) return 1;
    for (const concept of unit.concepts) if (other.concepts.has(concept)) best = CONCEPT_MATCH;
  }
  return best;
}
