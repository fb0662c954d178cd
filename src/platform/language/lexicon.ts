/** Finds which concepts the words of a sentence stand for, the longest phrase first. */
import { CONCEPTS } from './concepts.ts';
import { stemOf, type Token, tokenize } from './tokens.ts';

interface Phrase {
  readonly stems: readonly string[];
  readonly concepts: Set<string>;
}

/** A word or phrase of a sentence with everything it may mean. */
export interface Unit {
  readonly from: number;
  readonly to: number;
  readonly stem: string;
  readonly concepts: ReadonlySet<string>;
}

/** How a unit may be recognized elsewhere. */
export const keysOf = (unit: Unit): string[] => [unit.stem, ...[...unit.concepts].map((concept) => `+${concept}`)];

const NO_CONCEPTS: ReadonlySet<string> = new Set();
/** Stands in a phrase for the words a verb and its particle enclose: `turn … on`. */
const GAP = '…';
/** What people put between a verb and its particle is short: "turn the site reliability pack on". */
const GAP_TOKENS_MAX = 6;

export class Lexicon {
  /** Phrases by their first stem, longest first. */
  readonly #phrases = new Map<string, Phrase[]>();

  constructor() {
    for (const [concept, phrases] of Object.entries(CONCEPTS))
      for (const phrase of phrases.split('|')) this.#add(concept, phrase);
    for (const list of this.#phrases.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  }

  /** Covers tokens with units, left to right. */
  units(tokens: readonly Token[]): Unit[] {
    const units: Unit[] = [];
    const particles = new Map<number, ReadonlySet<string>>();
    for (let from = 0; from < tokens.length; ) {
      const split = this.#matchSplit(tokens, from);
      if (split) particles.set(split.at, split.concepts);
      const concepts = split?.concepts ?? particles.get(from);
      const phrase = concepts ? { stems: [''], concepts } : this.#match(tokens, from);
      const to = from + (phrase?.stems.length ?? 1);
      const stem = tokens
        .slice(from, to)
        .map((token) => token.stem)
        .join(' ');
      units.push({ from, to, stem, concepts: phrase?.concepts ?? NO_CONCEPTS });
      from = to;
    }
    return units;
  }

  #match(tokens: readonly Token[], from: number): Phrase | undefined {
    const candidates = this.#phrases.get(tokens[from]?.stem ?? '');
    return candidates?.find(({ stems }) => stems.every((stem, index) => tokens[from + index]?.stem === stem));
  }

  /** A verb whose particle ends the sentence or comes before `please`: both words carry the meaning. */
  #matchSplit(tokens: readonly Token[], from: number): { at: number; concepts: ReadonlySet<string> } | null {
    for (const { stems, concepts } of this.#phrases.get(tokens[from]?.stem ?? '') ?? []) {
      if (stems[1] !== GAP) continue;
      for (let at = from + 2; at <= from + GAP_TOKENS_MAX; at++) {
        const isLast =
          at >= tokens.length - 1 || !/\p{L}/u.test(tokens[at + 1]?.word ?? '') || tokens[at + 1]?.word === 'please';
        if (isLast && tokens[at]?.stem === stems[2]) return { at, concepts };
      }
    }
    return null;
  }

  #add(concept: string, text: string): void {
    const stems = tokenize(text).map((token) => token.stem);
    const first = stems[0] ?? stemOf(text);
    const list = this.#phrases.get(first) ?? [];
    this.#phrases.set(first, list);
    const same = list.find((phrase) => phrase.stems.join(' ') === stems.join(' '));
    if (same) same.concepts.add(concept);
    else list.push({ stems, concepts: new Set([concept]) });
  }
}
