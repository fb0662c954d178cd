/** Numbers as people write them: `20`, `1,000`, `2.5`, `five`, `two hundred and five`, `a dozen`. */
import type { Token } from './tokens.ts';

export interface NumberMatch {
  /** The token after the last one of the number. */
  readonly to: number;
  readonly value: number;
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SMALL: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, index): [string, number] => [word, index]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ...TENS.flatMap((ten, t) =>
    UNITS.slice(1, 10).map((unit, u): [string, number] => [`${ten}-${unit}`, (t + 2) * 10 + u + 1]),
  ),
  ['dozen', 12],
]);
const LARGE: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
]);
/** “One of these”, “one another”: a pronoun. */
const AFTER_PRONOUN = /^(?:of|another|after|or|by|that|which|who|is|was|i|we|you|please|[.,!?;:])?$/;
const DIGITS = /^\d+(?:,\d{3})*(?:\.\d+)?$/;

export function matchNumber(tokens: readonly Token[], from: number): NumberMatch | null {
  const first = tokens[from]?.word ?? '';
  if (DIGITS.test(first)) return { to: from + 1, value: Number(first.replaceAll(',', '')) };
  if (first === 'one' && AFTER_PRONOUN.test(tokens[from + 1]?.word ?? '')) return null;
  let total = 0;
  let part: number | null = null;
  let at = from;
  for (; at < tokens.length; at++) {
    const word = tokens[at]?.word ?? '';
    const small = SMALL.get(word);
    const large = LARGE.get(word);
    if (
      small !== undefined &&
      (part === null || part % 100 === 0 || (part % 10 === 0 && part % 100 >= 20 && small < 10))
    )
      part = (part ?? 0) + small;
    else if (large === 100 && (part ?? 1) < 100) part = (part ?? 1) * 100;
    else if (large && large > 100 && part !== null) {
      total += part * large;
      part = 0;
    } else if (word === 'and' && part !== null && at > from && SMALL.has(tokens[at + 1]?.word ?? '') && part >= 100) {
    } else break;
  }
  return part === null ? null : { to: at, value: total + part };
}
