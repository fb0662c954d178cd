/**
 * Ranks documents by the words they share with a query: BM25 of the document, and, for documents in a group, of its
 * surroundings too, because what is said in a conversation is often understood only with what stands around it.
 */
import type { Documents } from './documents.ts';
import { NONE } from './documents.ts';
import type { Names } from './names.ts';
import { COUNT_BITS, COUNT_MAX, type Postings } from './postings.ts';
import type { Scratch, SparseScores } from './scratch.ts';
import { type Sequences, WINDOW_REACH } from './sequences.ts';

/** Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework": the usual values for short texts. */
const K1 = 1.2;
const B = 0.75;

/** How much each part of the surroundings adds to a document's own score; chosen on bench/locomo. */
const NEIGHBOUR_SHARE = 0.3;
const WINDOW_SHARE = 0.4;
const GROUP_SHARE = 0.6;
/** A question about one person is mostly answered by that person. */
const SPEAKER_FACTOR = 1.6;

export interface KeywordIndex {
  readonly vocabulary: Names;
  readonly documents: Documents;
  readonly postings: Postings;
  readonly sequences: Sequences;
}

/** Fills `scratch.total` with the score of every document that has, or stands near, a term of the query. */
export function scoreKeywords(index: KeywordIndex, terms: readonly string[], speaker: number, scratch: Scratch): void {
  const known = knownTerms(index.vocabulary, terms);
  const longest = Math.max(0, ...known.map((term) => index.postings.count(term)));
  scratch.prepare(index.documents.slots, index.documents.groups.size + index.documents.freed + 1, longest);
  for (const term of known) scoreTerm(index, term, scratch);
  sumUp(index, speaker, scratch);
}

function knownTerms(vocabulary: Names, terms: readonly string[]): number[] {
  const known = new Set<number>();
  for (const term of terms) {
    const number = vocabulary.find(term);
    if (number !== undefined) known.add(number);
  }
  return [...known];
}

function scoreTerm(index: KeywordIndex, term: number, scratch: Scratch): void {
  const { documents, sequences } = index;
  const { entries, own, inWindow, inGroup } = scratch;
  const { alive, lengths, group } = documents;
  const holders = index.vocabulary.uses(term);
  const idf = rarity(documents.size, holders);
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
  const { members, totalWindowLength, totalGroupLength } = sequences;
  const groups = documents.groups.size;
  gather(inWindow, members, totalWindowLength / members, sequences.windowLengths, scratch.window);
  gather(inGroup, groups, totalGroupLength / groups, sequences.groupLengths, scratch.group);
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

/** Turns occurrences in windows (or groups) into BM25 as though each were one document, and clears them. */
function gather(
  occurrences: SparseScores,
  total: number,
  averageLength: number,
  lengths: Uint32Array,
  scores: SparseScores,
): void {
  const idf = rarity(total, occurrences.count);
  for (let i = 0; i < occurrences.count; i += 1) {
    const place = occurrences.touched[i] as number;
    const times = occurrences.values[place] as number;
    scores.add(place, idf * saturation(times, (lengths[place] as number) / averageLength));
  }
  occurrences.clear();
}

function rarity(total: number, holders: number): number {
  return Math.log(1 + (total - holders + 0.5) / (holders + 0.5));
}

function saturation(occurrences: number, relativeLength: number): number {
  return (occurrences * (K1 + 1)) / (occurrences + K1 * (1 - B + B * relativeLength));
}

function sumUp(index: KeywordIndex, speaker: number, scratch: Scratch): void {
  const { own, window, group, total } = scratch;
  const { documents, sequences } = index;
  for (let i = 0; i < own.count; i += 1) {
    const slot = own.touched[i] as number;
    if (documents.group[slot] === NONE) total.add(slot, own.values[slot] as number);
  }
  for (let i = 0; i < window.count; i += 1) {
    const slot = window.touched[i] as number;
    const before = sequences.previous[slot] as number;
    const after = sequences.next[slot] as number;
    const neighbours = (own.values[before] ?? 0) + (own.values[after] ?? 0);
    const around = WINDOW_SHARE * (window.values[slot] as number) + NEIGHBOUR_SHARE * neighbours;
    const whole = GROUP_SHARE * (group.values[documents.group[slot] as number] as number);
    total.add(slot, (own.values[slot] as number) + around + whole);
  }
  if (speaker === NONE) return;
  for (let i = 0; i < total.count; i += 1) {
    const slot = total.touched[i] as number;
    if (documents.speaker[slot] === speaker) total.values[slot] = (total.values[slot] as number) * SPEAKER_FACTOR;
  }
}
