/**
 * Finds what a told change is about: "we got rid of Jira", "I went from Firefox to Vivaldi", "we went back to Helm" name a
 * thing without saying what it is used for; what is held of that name says it.
 */
import type { Context } from '../../../kernel/context.ts';
import type { NewFact } from '../facts/remember.ts';
import { type Claim, claimOf } from './claim.ts';
import { kindOf } from './kinds.ts';
import { plainWords } from './plain-words.ts';
import type { Reading } from './reading.ts';
import { type HeldOf, heldOfKind, heldOfValue } from './store.ts';

export type ReadFact = NewFact & { readonly reading: Reading };

const reworded = (fact: string, from: string, to: string): string => {
  const at = fact.toLowerCase().indexOf(from.toLowerCase());
  return at === -1 ? `Uses ${to}` : `${fact.slice(0, at)}${to}${fact.slice(at + from.length)}`;
};

/** The told fact worded like the held one, with the new name in the old one's place. */
function inPlaceOf(input: ReadFact, held: HeldOf, to: string, keepsWords: boolean): ReadFact {
  const isNamed = held.value !== 'yes';
  const old = isNamed ? held.value : held.attribute.replace(/^\w+ /, '');
  const attribute = isNamed ? held.attribute : held.attribute.replace(old, plainWords(to));
  const claim: Claim = { subject: held.subject, attribute, value: isNamed ? plainWords(to) : 'yes', holds: 'one' };
  const fact = keepsWords ? input.fact : reworded(held.fact, old, to);
  return { ...input, fact, reading: { ...input.reading, claim, isNews: true } };
}

const ended = (input: ReadFact, held: HeldOf): ReadFact => ({
  ...input,
  reading: {
    ...input.reading,
    change: { type: 'end' },
    claim: { subject: held.subject, attribute: held.attribute, value: held.value, holds: 'one' },
  },
});

/** What to remember, and what is over beside it. */
export interface Applied {
  /** Null where nothing is left to remember. */
  readonly input: ReadFact | null;
  readonly over: readonly ReadFact[];
}

const only = (input: ReadFact | null): Applied => ({ input, over: [] });

async function swapped({ owner, db }: Context, input: ReadFact, keepsWords: boolean): Promise<Applied> {
  const { change, claim } = input.reading;
  if (change.type !== 'swap' || (keepsWords && claim && !/^(?:use |is )/.test(claim.attribute))) return only(input);
  const { from, to } = change;
  const kind = kindOf(to);
  const named = from === null ? [] : await heldOfValue(owner, db, plainWords(from));
  const candidates = from === null && kind ? await heldOfKind(owner, db, kind) : named;
  const held = candidates.find(({ state, value }) => state === 'current' && value !== 'no');
  if (!held) return only(input);
  const next = inPlaceOf(input, held, to, keepsWords);
  // "Uses Vim" and "Uses Helix" are two keys, so the old one is ended by itself.
  return { input: next, over: next.reading.claim?.attribute === held.attribute ? [] : [ended(input, held)] };
}

async function resumed({ owner, db }: Context, input: ReadFact, keepsWords: boolean): Promise<Applied> {
  const { change } = input.reading;
  if (change.type !== 'return') return only(input);
  const held = await heldOfValue(owner, db, plainWords(change.to));
  const past = held.find(({ state, value }) => state === 'past' && value !== 'no') ?? held[0];
  return only(past ? inPlaceOf(input, past, change.to, keepsWords) : input);
}

async function givenUp({ owner, db }: Context, input: ReadFact, keepsWords: boolean): Promise<Applied> {
  const { change } = input.reading;
  if (change.type !== 'end-of') return only(input);
  const held = await heldOfValue(owner, db, plainWords(change.value));
  const over = held.filter(({ state, value }) => state === 'current' && value !== 'no').map((one) => ended(input, one));
  const told = {
    ...input,
    reading: { ...input.reading, claim: claimOf(input.fact), change: { type: 'state' as const } },
  };
  return { input: keepsWords ? told : null, over };
}

const APPLY = { swap: swapped, return: resumed, 'end-of': givenUp } as const;

/** The fact with the key its change is about. */
export async function applyChange(tx: Context, input: ReadFact, keepsWords: boolean): Promise<Applied> {
  const { type } = input.reading.change;
  return type === 'state' || type === 'end' ? only(input) : APPLY[type](tx, input, keepsWords);
}
