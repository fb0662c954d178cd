/**
 * Ranks documents by the words they share with a query: BM25 of the document, and, for documents in a group, of its
 * surroundings too, because what is said in a conversation is often understood only with what stands around it.
 */
import { type Documents, NONE } from './documents.ts';
import type { Names } from './names.ts';
import { COUNT_BITS, COUNT_MAX, type Postings } from './postings.ts';
import type { Question } from './question.ts';
import type { Scratch, SparseScores } from './scratch.ts';
import { type Sequences, WINDOW_REACH } from './sequences.ts';
import { guessTerms } from './spelling.ts';

/** Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework": the usual values for short texts. */
const K1 = 1.2;
const B = 0.75;

/**
 * How much of its surroundings a turn's score takes in, found on bench/locomo, where recall changes by less than half a
 * point when any of them moves by a quarter. What was said before weighs more than what follows: answers come after
 * questions.
 */
const BEFORE_SHARE = 0.4;
const AFTER_SHARE = 0.25;
const WINDOW_SHARE = 1;
const GROUP_SHARE = 1;
/** A question about a person is mostly answered by that person. */
const SPEAKER_FACTOR = 1.6;
/** A turn that tells a time when one is asked for, or an amount. */
const ANSWER_FACTOR = 1.3;
/** How strongly a turn gains by telling much: greetings, thanks and questions back seldom hold an answer. */
const TOLD_SHARE = 0.3;

export interface KeywordIndex {
  readonly vocabulary: Names;
  readonly documents: Documents;
  readonly postings: Postings;
  readonly sequences: Sequences;
}

/** Fills `scratch.total` with the score of every document that has, or stands near, a term of the question. */
export function scoreKeywords(index: KeywordIndex, question: Question, scratch: Scratch): void {
  const { postings, documents } = index;
  const known = knownTerms(index.vocabulary, question.weights);
  const longest = Math.max(0, ...known.map(([term]) => postings.count(term)));
  scratch.prepare(documents.slots, documents.groups.room, longest);
  for (const [term, weight] of known) scoreTerm(index, term, weight, scratch);
  sumUp(index, scratch);
  judgeTurns(documents, question, scratch.total);
}

/** Term numbers and weights, with guesses for words that no document has. */
function knownTerms(vocabulary: Names, weights: Question['weights']): [term: number, weight: number][] {
  const known = new Map<number, number>();
  const take = (name: string, weight: number): boolean => {
    const term = vocabulary.find(name);
    if (term !== undefined) known.set(term, Math.max(weight, known.get(term) ?? 0));
    return term !== undefined;
  };
  for (const [name, weight] of weights) {
    if (take(name, weight)) continue;
    for (const [guess, share] of guessTerms(name, vocabulary)) take(guess, share * weight);
  }
  return [...known];
}

function scoreTerm(index: KeywordIndex, term: number, weight: number, scratch: Scratch): void {
  const { documents, sequences } = index;
  const { entries, own, inWindow, inGroup } = scratch;
  const { alive, lengths, group } = documents;
  const holders = index.vocabulary.uses(term);
  const idf = weight * rarity(documents.size, holders);
  const averageLength = documents.totalLength / documents.size;
  const count = index.postings.read(term, entries);
  for (let i = 0; i < count; i += 1) {
    const entry = entries[i] as number;
    const slot = entry >>> COUNT_BITS;
    if (alive[slot] === 0) continue;
    const occurrences = entry & COUNT_MAX;
    own.add(slot, idf * saturation(occurrences, (lengths[slot] as number) / averageLength));
    const inside = group[slot] as number;
    if (inside === NONE) continue;
    inGroup.add(inside, occurrences);
    addAround(sequences, slot, occurrences, inWindow);
  }
  const { members, totalWindowLength, totalGroupLength, windowLengths, groupLengths } = sequences;
  const windows = { total: members, averageLength: totalWindowLength / members, lengths: windowLengths };
  const total = documents.groups.size;
  const groups = { total, averageLength: totalGroupLength / total, lengths: groupLengths };
  gather(inWindow, windows, weight, scratch.window);
  gather(inGroup, groups, weight, scratch.group);
}

/** Counts occurrences of a document into every window that holds it. */
function addAround(sequences: Sequences, slot: number, occurrences: number, inWindow: SparseScores): void {
  inWindow.add(slot, occurrences);
  let before = slot;
  let after = slot;
  for (let step = 0; step < WINDOW_REACH; step += 1) {
    if (before !== NONE) before = sequences.previous[before] as number;
    if (before !== NONE) inWindow.add(before, occurrences);
    if (after !== NONE) after = sequences.next[after] as number;
    if (after !== NONE) inWindow.add(after, occurrences);
  }
}

/** Windows or groups, each taken as one document. */
interface Places {
  readonly total: number;
  readonly averageLength: number;
  readonly lengths: Uint32Array;
}

/** Turns occurrences in windows or groups into BM25, and clears them. */
function gather(occurrences: SparseScores, places: Places, weight: number, scores: SparseScores): void {
  const idf = weight * rarity(places.total, occurrences.count);
  for (let i = 0; i < occurrences.count; i += 1) {
    const place = occurrences.touched[i] as number;
    const relativeLength = (places.lengths[place] as number) / places.averageLength;
    scores.add(place, idf * saturation(occurrences.values[place] as number, relativeLength));
  }
  occurrences.clear();
}

function rarity(total: number, holders: number): number {
  return Math.log(1 + (total - holders + 0.5) / (holders + 0.5));
}

function saturation(occurrences: number, relativeLength: number): number {
  return (occurrences * (K1 + 1)) / (occurrences + K1 * (1 - B + B * relativeLength));
}

function sumUp(index: KeywordIndex, scratch: Scratch): void {
  const { own, window, group, total } = scratch;
  const { documents, sequences } = index;
  for (let i = 0; i < own.count; i += 1) {
    const slot = own.touched[i] as number;
    if (documents.group[slot] === NONE) total.add(slot, own.values[slot] as number);
  }
  for (let i = 0; i < window.count; i += 1) {
    const slot = window.touched[i] as number;
    const before = own.values[sequences.previous[slot] as number] ?? 0;
    const after = own.values[sequences.next[slot] as number] ?? 0;
    const around = BEFORE_SHARE * before + AFTER_SHARE * after + WINDOW_SHARE * (window.values[slot] as number);
    const whole = GROUP_SHARE * (group.values[documents.group[slot] as number] as number);
    total.add(slot, (own.values[slot] as number) + around + whole);
  }
}

/** Weighs turns of a conversation by who speaks and what they tell; facts all tell, and speak for nobody. */
function judgeTurns(documents: Documents, question: Question, total: SparseScores): void {
  for (let i = 0; i < total.count; i += 1) {
    const slot = total.touched[i] as number;
    if (documents.group[slot] === NONE) continue;
    let factor = 1 + TOLD_SHARE * Math.log1p(documents.told[slot] as number);
    if (question.speaker !== NONE && documents.speaker[slot] === question.speaker) factor *= SPEAKER_FACTOR;
    if ((question.wants & (documents.tells[slot] as number)) !== 0) factor *= ANSWER_FACTOR;
    total.values[slot] = (total.values[slot] as number) * factor;
  }
}
