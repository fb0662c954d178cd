/** A sentence read once, for every operation to be tried on: its tokens, their meanings, the entities among them. */
import { type Entity, findEntities, widest } from './entities.ts';
import { keysOf, type Lexicon, type Unit } from './lexicon.ts';
import { type Token, tokenize } from './tokens.ts';
import type { Clock } from './when.ts';

/** A word as the classifiers read it: a stem, a `+concept`, or the kind of entity that stands there. */
export interface MaskedWord {
  readonly word: string;
  /** Index of the unit it was read from. */
  readonly unit: number;
}

export interface Sentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly units: readonly Unit[];
  /** The unit each token belongs to. */
  readonly unitAt: readonly Unit[];
  readonly entities: readonly Entity[];
  /** The words with plain entities replaced by their kind. */
  readonly masked: readonly MaskedWord[];
}

export function readSentence(text: string, lexicon: Lexicon, clock: Clock): Sentence {
  const tokens = tokenize(text);
  const units = lexicon.units(tokens);
  const unitAt = units.flatMap((unit) => Array.from({ length: unit.to - unit.from }, () => unit));
  const entities = findEntities(text, tokens, clock);
  return {
    text,
    tokens,
    units,
    unitAt,
    entities,
    masked: mask(tokens, units, widest(entities)),
  };
}

/** The words of the command itself: outside these arguments. */
export const outsideOf = ({ units }: Sentence, found: readonly { from: number; to: number }[]): Unit[] =>
  units.filter((unit) => !found.some(({ from, to }) => from < unit.to && unit.from < to));

function mask(tokens: readonly Token[], units: readonly Unit[], entities: readonly Entity[]): MaskedWord[] {
  const masked: MaskedWord[] = [];
  for (const [index, unit] of units.entries()) {
    const entity = entities.find(({ from, to }) => from < unit.to && unit.from < to);
    const add = (word: string) => masked.push({ word, unit: index });
    if (/^https?:/.test(unit.stem)) add('<url>');
    else if (!entity) {
      for (const key of keysOf(unit)) add(key);
      if (/[^s]s$/.test(tokens[unit.from]?.word ?? '') && !/[^s]s$/.test(unit.stem)) add('+many');
    } else if (masked.at(-1)?.word !== `<${entity.kind}>`) add(`<${entity.kind}>`);
  }
  return masked;
}

/** The person's own writing of a range of tokens; a period, `!` or `?` at its end is dropped when it only ends the sentence. */
export function writingOf(sentence: Sentence, from: number, to: number): string {
  const start = sentence.tokens[from]?.start ?? 0;
  const end = sentence.tokens[to - 1]?.end ?? start;
  const written = sentence.text.slice(start, end);
  const endsSentence =
    /[^.!?…]([.!?])$/.test(written) && !/[.!?]\s/.test(written) && !/\b(etc|e\.g|i\.e)\.$/.test(written);
  return endsSentence ? written.slice(0, -1).trimEnd() : written;
}
