/** Which words tell the value of a choice or a flag: "paused" in "show my paused goals", "back on" in "turn it back on". */
import type { Example, Operation } from '../../kernel/operation.ts';
import { leadsAnywhere, SMALL_WORDS } from './concepts.ts';
import type { Field } from './fields.ts';
import { keysOf, type Unit } from './lexicon.ts';
import type { Saying } from './templates.ts';
import { stemOf, tokenize } from './tokens.ts';

/** Phrasings that must have a cue, and how many of them must give its value. */
const CUED_MIN = 2;
const CUE_SHARE = 0.9;
/** How much rarer than among all phrasings it must be that so many have this value by chance: the logarithm of it. */
const EVIDENCE_MIN = 2.5;

/** Words that stand only in the examples where the field has this value, and not as an argument of their own. */
export function documentedCues(
  field: Field,
  operation: Operation,
  sayings: readonly Saying[],
): ReadonlyMap<string, unknown> {
  const cues = new Map<string, unknown>();
  const valueIn = (index: number) => (operation.examples[index]?.input as Record<string, unknown>)[field.name];
  const named = new Set(tokenize(operation.name.replaceAll('.', ' ')).map(({ stem }) => stem));
  for (const value of field.values) {
    const stem = stemOf(value.toLowerCase());
    // "any alerts" asks for alerts, not for those of the kind `alert`, nor in the state `any`.
    if (!named.has(stem) && !SMALL_WORDS.has(value)) cues.set(stem, value);
  }
  if (field.kind === 'flag') cues.set(field.nameStems.at(-1) ?? field.name, true);
  for (const [index, { sentence, spans }] of sayings.entries()) {
    const value = valueIn(index);
    if (value === undefined || spans.some((span) => span.field === field)) continue;
    const others = new Set(
      sayings.flatMap((saying, other) => (valueIn(other) === value ? [] : saying.sentence.tokens.map((t) => t.stem))),
    );
    for (const [at, token] of sentence.tokens.entries()) {
      const isOwn = spans.some((span) => span.from <= at && at < span.to);
      if (!isOwn && !others.has(token.stem) && !SMALL_WORDS.has(token.word)) cues.set(token.stem, value);
    }
  }
  return cues;
}

/** Words that several phrasings with this value have, and hardly any other. */
export function heardCues(field: Field, phrased: readonly Example[], sayings: readonly Saying[]): Map<string, unknown> {
  const times = new Map<string, Map<unknown, number>>();
  for (const [index, { sentence, spans }] of sayings.entries()) {
    const value = (phrased[index]?.input as Record<string, unknown>)[field.name];
    const outside = sentence.units.filter((unit) => !spans.some(({ from, to }) => from < unit.to && unit.from < to));
    // "Turn … on" is one act; its "turn" alone would be "turn … off" as well.
    const keysIn = (unit: Unit) => (unit.concepts.size > 0 ? keysOf(unit).slice(1) : [unit.stem]);
    for (const key of new Set(outside.flatMap(keysIn))) {
      if (leadsAnywhere(key)) continue;
      const byValue = times.get(key) ?? new Map<unknown, number>();
      times.set(key, byValue.set(value, (byValue.get(value) ?? 0) + 1));
    }
  }
  const given = Map.groupBy(phrased, ({ input }) => (input as Record<string, unknown>)[field.name]);
  const evidenceOf = (value: unknown, count: number) =>
    count * Math.log(phrased.length / (given.get(value)?.length ?? 1));
  const cues = new Map<string, unknown>();
  for (const [key, byValue] of times) {
    const all = [...byValue.values()].reduce((sum, count) => sum + count, 0);
    const [value, count] = [...byValue].reduce((a, b) => (b[1] > a[1] ? b : a));
    const isTelling = count >= CUED_MIN && count >= CUE_SHARE * all && evidenceOf(value, count) >= EVIDENCE_MIN;
    if (value !== undefined && isTelling) cues.set(key, value);
  }
  return cues;
}
