/**
 * The order of documents within their groups, and the length of the window around each: what lets a document be
 * scored together with what stands next to it.
 */
import { type Documents, NONE } from './documents.ts';
import { withRoom } from './typed-arrays.ts';

/** A window is a document with this many neighbours on each side: five documents in the middle of a group. */
export const WINDOW_REACH = 2;

export class Sequences {
  readonly #documents: Documents;
  /** Neighbours by slot; NONE at the ends. Meaningful only for documents in a group. */
  previous = new Int32Array(0);
  next = new Int32Array(0);
  /** Terms in the window around a document, by slot. */
  windowLengths = new Uint32Array(0);
  /** Last document and terms of a group, by group number. */
  #last = new Int32Array(0);
  groupLengths = new Uint32Array(0);
  /** Documents that belong to a group, and the sum of their window lengths. */
  members = 0;
  totalWindowLength = 0;
  totalGroupLength = 0;

  constructor(documents: Documents) {
    this.#documents = documents;
  }

  /** Puts a new document in its place by time, then id; usually that is the end. */
  insert(slot: number): void {
    const group = this.#documents.group[slot] ?? NONE;
    if (group === NONE) return;
    this.#makeRoom(slot + 1, group + 1);
    const isFirst = this.#documents.groups.uses(group) === 1;
    let before = isFirst ? NONE : (this.#last[group] ?? NONE);
    let after: number = NONE;
    while (before !== NONE && this.#isLater(before, slot)) {
      after = before;
      before = this.previous[before] ?? NONE;
    }
    this.previous[slot] = before;
    this.next[slot] = after;
    if (before !== NONE) this.next[before] = slot;
    if (after !== NONE) this.previous[after] = slot;
    else this.#last[group] = slot;
    this.#account(group, slot, 1);
    this.#measureAround(slot);
  }

  /** Takes a document out; call before the document itself is removed. */
  remove(slot: number): void {
    const group = this.#documents.group[slot] ?? NONE;
    if (group === NONE) return;
    const before = this.previous[slot] ?? NONE;
    const after = this.next[slot] ?? NONE;
    if (before !== NONE) this.next[before] = after;
    if (after !== NONE) this.previous[after] = before;
    else this.#last[group] = before;
    this.#account(group, slot, -1);
    this.totalWindowLength -= this.windowLengths[slot] ?? 0;
    this.windowLengths[slot] = 0;
    if (before !== NONE) this.#measureAround(before);
    if (after !== NONE) this.#measureAround(after);
  }

  get bytes(): number {
    return this.previous.byteLength * 3 + this.#last.byteLength * 2;
  }

  #isLater(slot: number, than: number): boolean {
    const { times } = this.#documents;
    const difference = (times[slot] ?? 0) - (times[than] ?? 0);
    return difference > 0 || (difference === 0 && this.#documents.id(slot) > this.#documents.id(than));
  }

  #account(group: number, slot: number, sign: 1 | -1): void {
    const length = sign * (this.#documents.lengths[slot] ?? 0);
    this.groupLengths[group] = (this.groupLengths[group] ?? 0) + length;
    this.totalGroupLength += length;
    this.members += sign;
  }

  /** Measures the windows of a document and of all whose windows hold it. */
  #measureAround(slot: number): void {
    let at = slot;
    for (let step = 0; step < WINDOW_REACH && this.previous[at] !== NONE; step += 1) at = this.previous[at] ?? NONE;
    for (let step = 0; step <= 2 * WINDOW_REACH && at !== NONE; step += 1) {
      this.#measure(at);
      at = this.next[at] ?? NONE;
    }
  }

  #measure(slot: number): void {
    const { lengths } = this.#documents;
    let length = lengths[slot] ?? 0;
    let before = slot;
    let after = slot;
    for (let step = 0; step < WINDOW_REACH; step += 1) {
      if (before !== NONE) before = this.previous[before] ?? NONE;
      if (after !== NONE) after = this.next[after] ?? NONE;
      if (before !== NONE) length += lengths[before] ?? 0;
      if (after !== NONE) length += lengths[after] ?? 0;
    }
    this.totalWindowLength += length - (this.windowLengths[slot] ?? 0);
    this.windowLengths[slot] = length;
  }

  #makeRoom(slots: number, groups: number): void {
    this.previous = withRoom(this.previous, slots);
    this.next = withRoom(this.next, slots);
    this.windowLengths = withRoom(this.windowLengths, slots);
    this.#last = withRoom(this.#last, groups);
    this.groupLengths = withRoom(this.groupLengths, groups);
  }
}
