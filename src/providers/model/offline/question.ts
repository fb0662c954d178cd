/** Reads a question: what it asks for (a place, a time, a kind of thing) and which words an answer must share with it. */
import { type Relation, relationOf } from './relations.ts';
import { stem, stemsOf, wordsOf } from './words.ts';

export type Asks = 'who' | 'where' | 'when' | 'why' | 'how' | 'amount' | 'whether' | 'what';

export interface Question {
  readonly asks: Asks;
  /** `about me`: the person wants all that is known about them. */
  readonly isAboutPerson: boolean;
  /** "What do you know about X": everything, not one answer. */
  readonly wantsAll: boolean;
  /** What Nima said itself, rather than the person. */
  readonly isAboutNima: boolean;
  /** "What is X" without "my" or "the": an encyclopedia question unless a fact says what X is. */
  readonly isDefinition: boolean;
  /** "Should I …" asks for advice, which a memory cannot give. */
  readonly isAdvice: boolean;
  /** Mentions the person: I, my, we, our. */
  readonly isPersonal: boolean;
  /** The kind of thing asked for: `editor` in "which editor do I use". */
  readonly kinds: readonly string[];
  /** Stems an answer must share. */
  readonly subjects: readonly string[];
  readonly relations: readonly Relation[];
  /** "Tabs or spaces": one of the subjects is enough. */
  readonly isAlternative: boolean;
}

const OPENING = /^(?:(?:hey|hi|ok|okay|so|and|but|well|please|nima)\b[\s,]*)+/i;
const WRAPPING =
  /^(?:(?:can|could|would|will) you (?:please )?(?:tell|remind) me|(?:please )?(?:tell|remind) me|do you (?:know|remember|recall)(?: if| whether)?|i(?: would|'d) like to know|i want to know)\s+/i;
const AUXILIARY =
  /^(?:do|does|did|is|are|am|was|were|can|could|will|would|should|shall|have|has|had|isn't|aren't|don't|didn't)\s+\S/i;
const QUESTION_WORD = /^(?:what|what's|whats|which|who|who's|whom|whose|when|when's|where|where's|why|how|how's)\b/i;
const ALL_ABOUT =
  /^(?:about |(?:what (?:do|did|can) you (?:know|remember|recall|have)|what have you (?:learned|got|stored)|(?:what|everything|all) (?:you )?(?:know|remember)|what (?:did|have) i (?:say|said|tell you|told you|mention|mentioned)|what(?:'s| is) known|everything|all)\s+(?:of |about |on |regarding )+)(?<subject>.+)$/i;
const PERSON = /^(?:me|myself|us)$/i;
const KIND =
  /^(?:what|which)\s+(?:(?:kind|type|sort)s? of\s+)?(?<kind>[\p{L}\p{N}-]+(?:\s+[\p{L}\p{N}-]+)?)\s+(?:do|does|did|is|are|am|was|were|have|has|had|should|would|can|could|will)\b/iu;

export function isQuestion(text: string): boolean {
  const bare = unwrapped(text);
  return text.trim().endsWith('?') || bare !== withoutOpening(text) || QUESTION_WORD.test(bare) || AUXILIARY.test(bare);
}

const withoutOpening = (text: string): string => text.trim().replace(OPENING, '');
const unwrapped = (text: string): string => withoutOpening(text).replace(WRAPPING, '').replace(/\?+$/, '').trim();

export function readQuestion(text: string): Question {
  const bare = unwrapped(text);
  const about = ALL_ABOUT.exec(bare)
    ?.groups?.subject?.replace(/[.?!]+$/, '')
    .trim();
  const isAboutPerson =
    PERSON.test(about ?? '') || /^(?:what do you (?:know|remember)(?: so far)?|who am i)$/i.test(bare);
  const asks = about ? 'what' : asksFor(bare);
  const kindWords = about ? [] : wordsOf(KIND.exec(bare)?.groups?.kind ?? '').map(stem);
  // "What time" is what `when` asks already; a sentence need not say the word.
  const kinds = asks === 'when' ? [] : kindWords.filter((word) => stemsOf(word).length > 0 && !relationOf(word));
  const unasked = asks === 'when' ? kindWords : kinds;
  const stems = stemsOf(about ?? bare).filter((stemmed) => !unasked.includes(stemmed));
  const personal = /\b(?:i|i'm|i've|me|my|mine|we|us|our)\b/i.test(bare);
  return {
    asks,
    isAboutPerson,
    wantsAll: about !== undefined,
    isAboutNima: /\b(?:did|have) you (?:say|said|suggest|recommend|tell|told|mention)/i.test(bare),
    isDefinition: isDefinition(bare, personal),
    isAdvice: /\bshould (?:i|we)\b/i.test(bare),
    isPersonal: personal || about !== undefined,
    kinds,
    ...split(stems),
    isAlternative: /\bor\b/i.test(bare),
  };
}

function split(stems: readonly string[]): Pick<Question, 'subjects' | 'relations'> {
  const subjects = stems.filter((stemmed) => !relationOf(stemmed));
  const relations = stems.map(relationOf).filter((relation) => relation !== undefined);
  // "Do I have a cat" is about the cat; having says nothing once there is a subject.
  const telling = subjects.length > 0 ? relations.filter((relation) => relation !== 'have') : relations;
  return { subjects: [...new Set(subjects)], relations: [...new Set(telling)] };
}

function isDefinition(bare: string, isPersonal: boolean): boolean {
  if (isPersonal) return false;
  if (/^how (?:do|does) .+ work$/i.test(bare)) return true;
  return /^(?:what(?:'s| is| are| was| does)|define|explain)\s+(?!the\b|this\b|that\b)/i.test(bare);
}

const ASKS: readonly (readonly [RegExp, Asks])[] = [
  [/^(?:who|whom|whose|who's)\b/i, 'who'],
  [/^(?:where|where's)\b/i, 'where'],
  [/^(?:when|when's|(?:at |on )?(?:what|which) (?:time|date|day|month|year))\b/i, 'when'],
  [/^why\b/i, 'why'],
  [/^how (?:many|much|old|long|often|far|big|tall|fast)\b/i, 'amount'],
  [/^how\b/i, 'how'],
  [/^(?:what|which)\b/i, 'what'],
];

function asksFor(bare: string): Asks {
  const found = ASKS.find(([pattern]) => pattern.test(bare));
  if (found) return found[1];
  return AUXILIARY.test(bare) ? 'whether' : 'what';
}
