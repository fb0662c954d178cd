/** How much each observation about a word or an argument speaks for reading the sentence so. */
import { AUXILIARIES, PARTICLES, POLITE_AFTER, SMALL_WORDS } from './concepts.ts';
import { keysOf } from './lexicon.ts';
import type { Sentence } from './sentence.ts';
import type { Leanings } from './tagger.ts';
import { ARGUMENT, contextsBefore, isFree, type Pattern, SENTENCE_START, type Slot } from './templates.ts';
import { weightOf } from './word-weights.ts';

/**
 * How much each observation speaks for a reading. Only their order of size matters; set by hand on the tuning
 * sentences of `test/evals/language`, never on the held-back ones.
 */
export const WEIGHT = {
  knownWord: 0.4,
  smallWord: -0.05,
  unknownWord: -2,
  contextPair: 3,
  contextWord: 1.8,
  leadIn: 0.8,
  vocabularyBefore: 0.2,
  fieldNamed: 1.5,
  noContext: -1.5,
  endOfSentence: 1,
  politeAfter: 1.3,
  knownAfter: 1.2,
  entityAfter: 0.8,
  vocabularyAfter: 0.5,
  strangeAfter: -1.5,
  required: 1.5,
  optionalFree: -2.5,
  onlyHeard: -1,
  article: -0.3,
  entity: 1.5,
  quote: 1.5,
  startsWithLeadIn: -1.2,
  startsWithMark: -4,
  startsSentence: -3,
  holdsId: -3,
  holdsZone: -3,
  endsWithSmall: -1,
  onlyCommandWords: -2,
  extraWordOfName: -0.8,
  holdsArticle: -0.5,
  first: 3.5,
  before: 1,
  after: 1,
  last: 3,
  afterColon: 2,
  tagged: 0.3,
} as const;

/** Words that introduce free text in any command. */
const LEAD_IN: ReadonlySet<string> = new Set([
  'that',
  'about',
  'for',
  'to',
  ':',
  'with',
  'as',
  'on',
  '+named',
  '+about',
  '+toward',
]);
/** A sentence, and the operation it is tried on. */
export interface Asked {
  readonly sentence: Sentence;
  readonly pattern: Pattern;
  readonly leanings: Leanings;
}

/** A mark no argument begins with. */
const MARK = /^[^\p{L}\p{N}"“`'(#@./~<\-*]/u;
const ARTICLE = /^(the|a|an|my)$/;
/** A word read as part of the command. */
export function outsideScore(asked: Asked, at: number): number {
  return commandScore(asked, at) + WEIGHT.tagged * (asked.leanings.command[at] ?? 0);
}

function commandScore({ sentence, pattern }: Asked, at: number): number {
  const unit = sentence.unitAt[at];
  const token = sentence.tokens[at];
  if (!unit || !token) return WEIGHT.unknownWord;
  if (SMALL_WORDS.has(token.word)) return WEIGHT.smallWord;
  if (pattern.vocabulary.has(token.stem) || keysOf(unit).some((key) => pattern.vocabulary.has(key)))
    return WEIGHT.knownWord / (unit.to - unit.from);
  return POLITE_AFTER.has(token.word) || isLeadIn(sentence, at) ? WEIGHT.smallWord : WEIGHT.unknownWord;
}

function contextScore(slot: Slot, contexts: readonly string[], pattern: Pattern): number {
  const isTold = !isFree(slot);
  let score: number = isTold ? 0 : contexts[0] === SENTENCE_START ? WEIGHT.startsSentence : WEIGHT.noContext;
  for (const context of contexts) {
    if (slot.before.has(context))
      score = Math.max(score, context.includes(' ') ? WEIGHT.contextPair : WEIGHT.contextWord);
    else if (slot.field.nameStems.at(-1) === context) score = Math.max(score, WEIGHT.contextWord);
    else if (isFree(slot) && LEAD_IN.has(context))
      score = Math.max(score, context.startsWith('+') ? WEIGHT.contextWord : WEIGHT.leadIn);
    else if (pattern.vocabulary.has(context)) score = Math.max(score, WEIGHT.vocabularyBefore);
  }
  return score;
}

/** How well an argument of this slot stands after the word before `from`, or after the word before an article there. */
export function beforeScore(
  reading: Omit<Place, 'from' | 'to' | 'leanings'>,
  from: number,
  isArgumentBefore: boolean,
): number {
  const { sentence, pattern, slot } = reading;
  const direct = contextScore(slot, isArgumentBefore ? [ARGUMENT] : contextsBefore(sentence, from), pattern);
  if (!ARTICLE.test(sentence.tokens[from - 1]?.word ?? '')) return direct;
  return Math.max(direct, contextScore(slot, contextsBefore(sentence, from - 1), pattern) + WEIGHT.article);
}

/** "set my *time zone* to …": the field's own name shortly before the argument. */
function namedScore(sentence: Sentence, slot: Slot, from: number): number {
  const near = sentence.tokens.slice(Math.max(0, from - 4), from).map((token) => token.stem);
  return slot.field.nameStems.every((stem) => near.includes(stem)) ? WEIGHT.fieldNamed : 0;
}

function afterScore(sentence: Sentence, slot: Slot, pattern: Pattern, to: number): number {
  const next = sentence.unitAt[to];
  const token = sentence.tokens[to];
  if (!next || !token) return WEIGHT.endOfSentence;
  if (keysOf(next).some((key) => slot.after.has(key))) return WEIGHT.knownAfter;
  if (POLITE_AFTER.has(token.word) && to >= sentence.tokens.length - 2) return WEIGHT.politeAfter;
  if (/^[.!?]$/.test(token.word) && to === sentence.tokens.length - 1) return WEIGHT.endOfSentence;
  const startsEntity = sentence.entities.some((entity) => entity.from === to || entity.from === to + 1);
  if (startsEntity) return WEIGHT.entityAfter;
  if (keysOf(next).some((key) => pattern.vocabulary.has(key))) return WEIGHT.vocabularyAfter;
  return PARTICLES.has(token.word) && to + 1 < sentence.tokens.length
    ? afterScore(sentence, slot, pattern, to + 1)
    : WEIGHT.strangeAfter;
}

/** A range of words read as the argument of a free slot. */
export interface Place extends Asked {
  readonly slot: Slot;
  readonly from: number;
  readonly to: number;
}

function edgeScore({ sentence, from, to }: Place): number {
  const first = sentence.tokens[from]?.word ?? '';
  const last = sentence.tokens[to - 1]?.word ?? '';
  const leads = isLeadIn(sentence, from) || AUXILIARIES.has(first) ? WEIGHT.startsWithLeadIn : 0;
  const opening = MARK.test(first) ? WEIGHT.startsWithMark : leads;
  const hangs = to > from + 1 && (LEAD_IN.has(last) || PARTICLES.has(last) || /^[,:;]$/.test(last));
  return opening + (hangs ? WEIGHT.endsWithSmall : 0);
}

function leaningOf({ leanings, slot, from, to }: Place): number {
  const own = leanings.of(slot);
  let sum = 0;
  for (let at = from; at < to; at++) sum += own[at] ?? 0;
  return sum;
}

/** “Score this: all that follows”. */
const isAfterColon = ({ sentence: { tokens }, slot, from, to }: Place): boolean =>
  slot.field.kind === 'text' && !slot.isReference && tokens[from - 1]?.word === ':' && to === tokens.length;

/** By place: how much the words on both sides of it speak for an argument's beginning there, and for its ending. */
export interface Boundaries {
  readonly begins: readonly number[];
  readonly ends: readonly number[];
}

export function boundariesOf({ tokens }: Sentence, { first, last }: Slot): Boundaries {
  const [atFirst, atLast] = [first, last].map((edge) => tokens.map(({ stem }) => weightOf(edge, stem)));
  const places = Array.from({ length: tokens.length + 1 }, (_, at) => at);
  return {
    begins: places.map((at) => WEIGHT.first * (atFirst?.[at] ?? 0) - WEIGHT.before * (atFirst?.[at - 1] ?? 0)),
    ends: places.map((at) => WEIGHT.last * (atLast?.[at - 1] ?? 0) - WEIGHT.after * (atLast?.[at] ?? 0)),
  };
}

/** "Tackle the Kilimanjaro": the article begins the thing, and what is before it does something with the thing. */
const holdsArticle = ({ sentence: { tokens }, from, to }: Place): boolean =>
  tokens.slice(from + 1, to - 1).some(({ word }) => ARTICLE.test(word));

export function freeScore(place: Place): number {
  const { sentence, pattern, slot, from, to } = place;
  const entities = sentence.entities.filter((entity) => from <= entity.from && entity.to <= to);
  const isQuote = entities.some((entity) => entity.kind === 'quote' && entity.from === from && entity.to === to);
  const words = sentence.unitAt.slice(from, to);
  const takesZone = pattern.slots.some((one) => one.field.kind === 'zone');
  const isCommand = !isQuote && words.every((unit) => keysOf(unit).some((key) => pattern.vocabulary.has(key)));
  return (
    edgeScore(place) +
    namedScore(sentence, slot, from) +
    WEIGHT.tagged * leaningOf(place) +
    afterScore(sentence, slot, pattern, to) +
    (isQuote ? WEIGHT.quote : 0) +
    (isAfterColon(place) ? WEIGHT.afterColon : 0) +
    (isCommand ? WEIGHT.onlyCommandWords : 0) +
    (entities.some((entity) => entity.kind === 'id') ? WEIGHT.holdsId : 0) +
    (takesZone && entities.some((entity) => entity.kind === 'zone') ? WEIGHT.holdsZone : 0) +
    (slot.isReference && !isQuote && holdsArticle(place) ? WEIGHT.holdsArticle : 0) +
    (slot.field.kind === 'name' ? (to - from - 1) * WEIGHT.extraWordOfName : 0)
  );
}

function isLeadIn(sentence: Sentence, at: number): boolean {
  const unit = sentence.unitAt[at];
  return (
    LEAD_IN.has(sentence.tokens[at]?.word ?? '') || (unit !== undefined && keysOf(unit).some((key) => LEAD_IN.has(key)))
  );
}
