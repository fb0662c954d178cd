/** What may be wrong with what is remembered: copies, echoes, secrets, what is stale or rests on nothing. Pure. */
import { holdsSecret } from '../extract/secrets.ts';
import type { Fact } from '../facts/fact.ts';
import { sameFactKey } from '../facts/fact.ts';

export const PROBLEMS = [
  'duplicate',
  'near-duplicate',
  'loop',
  'secret',
  'stale',
  'unsupported',
  'contradiction',
] as const;

export interface Finding {
  readonly problem: (typeof PROBLEMS)[number];
  readonly fact_ids: readonly string[];
  readonly text: string;
  /** What to do about it, and with which call. */
  readonly advice: string;
  /** The call that mends it; null where a person must look first. */
  readonly fix: { readonly operation: string; readonly input: Readonly<Record<string, unknown>> } | null;
}

const LIGHT: ReadonlySet<string> = new Set(
  'a an and are at be for from has i in is it my of on or our that the their this to was we with'.split(' '),
);
const NEGATION = /\b(?:not|no|never|none|without|cannot|\w+n't|no longer)\b/i;
/** Beyond this share of common words two facts say nearly the same. */
const NEAR_MIN = 0.8;
/** A year unconfirmed: worth a look, where it can change at all. */
const STALE_MS = 365 * 86_400_000;

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}.'-]+/gu) ?? []).filter((word) => !LIGHT.has(word));
const rootOf = (word: string): string => word.slice(0, Math.max(4, word.length - 2));

/** What keeps two likenesses apart: numbers, negations, and names. */
function marksOf(text: string): string {
  const names = text.match(/(?<=\s)\p{Lu}[\p{L}\p{N}.-]*/gu) ?? [];
  const numbers = text.match(/\d[\d.:]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b/gi) ?? [];
  return [NEGATION.test(text), ...[...names, ...numbers].map((mark) => mark.toLowerCase()).sort()].join(' ');
}

/** True when reading both shows that they say the same: most words shared, and no number, name or negation between them. */
export function isNearDuplicate(a: string, b: string): boolean {
  if (marksOf(a) !== marksOf(b)) return false;
  const [first, second] = [new Set(wordsOf(a).map(rootOf)), new Set(wordsOf(b).map(rootOf))];
  const common = [...first].filter((word) => second.has(word)).length;
  return common / Math.max(first.size, second.size, 1) >= NEAR_MIN;
}

const remove = (id: string) => ({ operation: 'memory.facts.remove', input: { id } });

function copies(facts: readonly Fact[]): Finding[] {
  const groups = [...Map.groupBy(facts, ({ fact }) => sameFactKey(fact)).values()].filter((group) => group.length > 1);
  return groups.map((group) => {
    const ids = group.map(({ id }) => id);
    const fix = { operation: 'memory.facts.merge', input: { ids } };
    const text = `${group.length} times: ${group[0]?.fact}`;
    return { problem: 'duplicate', fact_ids: ids, text, advice: 'Merge them; the evidence of all is kept.', fix };
  });
}

/** Compared only where two facts share a rare word, so that 100,000 facts take a second and not a day. */
function nearCopies(facts: readonly Fact[]): Finding[] {
  const byWord = new Map<string, Fact[]>();
  for (const fact of facts) {
    for (const word of new Set(wordsOf(fact.fact).map(rootOf))) byWord.set(word, [...(byWord.get(word) ?? []), fact]);
  }
  const seen = new Set<string>();
  const found: Finding[] = [];
  for (const group of byWord.values()) {
    if (group.length > GROUP_MAX) continue;
    for (const [at, a] of group.entries()) {
      for (const b of group.slice(at + 1)) {
        const pair = [a.id, b.id].sort().join(' ');
        if (seen.has(pair)) continue;
        seen.add(pair);
        if (sameFactKey(a.fact) === sameFactKey(b.fact) || !isNearDuplicate(a.fact, b.fact)) continue;
        const fix = { operation: 'memory.facts.merge', input: { ids: [a.id, b.id] } };
        found.push({
          problem: 'near-duplicate',
          fact_ids: [a.id, b.id],
          text: `"${a.fact}" and "${b.fact}"`,
          advice: 'Read both; merge them if they mean the same.',
          fix,
        });
      }
    }
  }
  return found;
}
/** A word of more facts than this tells none of them apart. */
const GROUP_MAX = 40;

/** Nima's own way to say things: a fact in these words came out of an answer, not from the owner. */
const ECHO =
  /^(?:you (?:said|told me|live|work|like|prefer|use)\b|i (?:remember|recall) that you|this is what i know|according to (?:memory|your facts)|as you (?:said|told))/i;

interface Known {
  readonly now: number;
  /** Turns that evidence points to and that are still there. */
  readonly turnsThere: ReadonlySet<string>;
}

function ofOne(fact: Fact, { now, turnsThere }: Known): Finding[] {
  const one = (problem: Finding['problem'], advice: string, fix: Finding['fix']): Finding => ({
    problem,
    fact_ids: [fact.id],
    text: problem === 'secret' ? 'A fact that looks like a password or key.' : fact.fact,
    advice,
    fix,
  });
  const found: Finding[] = [];
  if (holdsSecret(fact.fact)) found.push(one('secret', 'Erase it, and change the secret.', null));
  if (ECHO.test(fact.fact))
    found.push(one('loop', 'An answer of Nima was kept as a fact; forget it.', remove(fact.id)));
  const isOver = fact.valid_to !== null && Date.parse(fact.valid_to) <= now;
  const isOld = fact.attribute !== null && fact.valid_from !== null && now - Date.parse(fact.updated_at) > STALE_MS;
  if (isOver) found.push(one('stale', 'Its time is over; forget it or tell what is so now.', remove(fact.id)));
  else if (isOld) found.push(one('stale', 'Told over a year ago; say whether it still holds.', null));
  if (fact.trust !== 'owner' && fact.evidence === null && fact.trust !== 'imported')
    found.push(
      one('unsupported', 'Concluded from nothing that is on record; forget it or tell it yourself.', remove(fact.id)),
    );
  if (fact.evidence && !turnsThere.has(fact.evidence.turn_id))
    found.push(one('unsupported', 'The words it came from are gone; forget it or confirm it.', remove(fact.id)));
  return found;
}

export function findingsOf(facts: readonly Fact[], known: Known): Finding[] {
  return [...facts.flatMap((fact) => ofOne(fact, known)), ...copies(facts), ...nearCopies(facts)];
}
