/** Which words tell the value of a choice or a flag: "paused" in "show my paused goals", "back on" in "turn it back on". */
import type { Example, Operation } from '../../kernel/operation.ts';
import { CONCEPTS, leadsAnywhere, SMALL_WORDS } from './concepts.ts';
import { type Field, givenIn } from './fields.ts';
import { keysOf } from './lexicon.ts';
import { outsideOf } from './sentence.ts';
import type { Saying } from './templates.ts';
import { stemOf, tokenize } from './tokens.ts';

/** Phrasings that must have a cue, and how many of them must give its value. */
const CUED_MIN = 2;
const CUE_SHARE = 0.9;
/** How much rarer than among all phrasings it must be that so many have this value by chance: the logarithm of it. */
const EVIDENCE_MIN = 2.5;

/** A cue that so many phrasings have is none when most of them give another value. */
const REFUTED_MIN = 3;

/** What people say for an operation beside its examples, sentence by sentence. */
export interface Heard {
  readonly examples: readonly Example[];
  readonly sayings: readonly Saying[];
}
/** How often each word stands beside each value of the field. */
type Tally = ReadonlyMap<string, ReadonlyMap<unknown, number>>;

/** The value each cue means: what the examples document, as far as it is borne out, and what is said again and again. */
export function cuesOf(
  field: Field,
  operation: Operation,
  { documented, heard }: { documented: readonly Saying[]; heard: Heard },
): ReadonlyMap<string, unknown> {
  const tally = tallyOf(field, heard);
  const told = [...documentedCues(field, operation, documented)].filter(([key, value]) => {
    const byValue = tally.get(key) ?? new Map<unknown, number>();
    const isRefuted = timesOf(byValue) >= REFUTED_MIN && (byValue.get(value) ?? 0) * 2 < timesOf(byValue);
    return !isRefuted || key === stemOf(String(value).toLowerCase());
  });
  return new Map([...heardCues(field, heard, tally), ...told]);
}

const timesOf = (byValue: ReadonlyMap<unknown, number>): number =>
  [...byValue.values()].reduce((sum, count) => sum + count, 0);

/** Words that stand only in the examples where the field has this value, and not as an argument of their own. */
function documentedCues(field: Field, operation: Operation, sayings: readonly Saying[]): ReadonlyMap<string, unknown> {
  const cues = new Map<string, unknown>();
  const valueIn = (index: number) => givenIn(operation.examples[index], field.name);
  const named = new Set(tokenize(operation.name.replaceAll('.', ' ')).map(({ stem }) => stem));
  for (const value of field.values) {
    const stem = stemOf(value.toLowerCase());
    // "any alerts" asks for alerts, not for those of the kind `alert`, nor in the state `any`.
    if (!named.has(stem) && !SMALL_WORDS.has(value)) cues.set(stem, value);
  }
  if (field.kind === 'flag') {
    const name = field.nameStems.at(-1) ?? field.name;
    for (const word of [name, ...participlesOf(name)]) cues.set(word, true);
  }
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

function tallyOf(field: Field, { examples, sayings }: Heard): Tally {
  const tally = new Map<string, Map<unknown, number>>();
  for (const [index, { sentence, spans }] of sayings.entries()) {
    const value = givenIn(examples[index], field.name);
    for (const key of new Set(outsideOf(sentence, spans).flatMap(keysOf))) {
      const byValue = tally.get(key) ?? new Map<unknown, number>();
      tally.set(key, byValue.set(value, (byValue.get(value) ?? 0) + 1));
    }
  }
  return tally;
}

/** Words that several phrasings with this value have, and hardly any other. */
function heardCues(field: Field, { examples, sayings }: Heard, tally: Tally): Map<string, unknown> {
  // "Turn … on" is one act; its "turn" alone would be "turn … off" as well.
  const parts = new Set(
    sayings.flatMap(({ sentence }) =>
      sentence.units.filter(({ concepts }) => concepts.size > 0).map(({ stem }) => stem),
    ),
  );
  const sharing = Map.groupBy(examples, (example) => givenIn(example, field.name));
  const evidenceOf = (value: unknown, count: number) =>
    count * Math.log(examples.length / (sharing.get(value)?.length ?? 1));
  const cues = new Map<string, unknown>();
  for (const [key, byValue] of tally) {
    if (leadsAnywhere(key) || parts.has(key)) continue;
    const [value, count] = [...byValue].reduce((a, b) => (b[1] > a[1] ? b : a));
    const isTelling =
      count >= CUED_MIN && count >= CUE_SHARE * timesOf(byValue) && evidenceOf(value, count) >= EVIDENCE_MIN;
    if (value !== undefined && isTelling) cues.set(key, value);
  }
  return cues;
}

/** The forms in which things are told to be so: of the concept `remove`, "removed", "deleted", "dropped". */
function participlesOf(word: string): string[] {
  const phrases = CONCEPTS[word.replace(/d$/, '')] ?? CONCEPTS[word.replace(/ed$/, '')];
  const verbs = phrases?.split('|').filter((phrase) => /^[a-z]+$/.test(phrase)) ?? [];
  return verbs.map((verb) => IRREGULAR.get(verb) ?? (verb.endsWith('e') ? `${verb}d` : `${verb}ed`));
}
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['forget', 'forgotten'],
  ['drop', 'dropped'],
]);
