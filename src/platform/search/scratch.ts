/**
 * Working arrays of one ranking, shared by all indexes of a process: ranking is synchronous, so no two use them at once.
 * Everything is zero between rankings; each user clears only what it touched.
 */
import { withRoom } from './typed-arrays.ts';

/** Numbers by place (slot or group) that remembers which places were written, to clear and list them cheaply. */
export class SparseScores {
  values = new Float32Array(0);
  #isTouched = new Uint8Array(0);
  touched = new Uint32Array(0);
  count = 0;

  prepare(places: number): void {
    this.values = withRoom(this.values, places);
    this.#isTouched = withRoom(this.#isTouched, places);
    this.touched = withRoom(this.touched, places);
  }

  add(place: number, value: number): void {
    if (this.#isTouched[place] === 0) {
      this.#isTouched[place] = 1;
      this.touched[this.count] = place;
      this.count += 1;
    }
    this.values[place] = (this.values[place] as number) + value;
  }

  clear(): void {
    for (let i = 0; i < this.count; i += 1) {
      const place = this.touched[i] as number;
      this.values[place] = 0;
      this.#isTouched[place] = 0;
    }
    this.count = 0;
  }
}

export class Scratch {
  /** BM25 of each document, of the window around it, and of its group. */
  readonly own = new SparseScores();
  readonly window = new SparseScores();
  readonly group = new SparseScores();
  /** Occurrences of the term at hand in each window and group. */
  readonly inWindow = new SparseScores();
  readonly inGroup = new SparseScores();
  readonly total = new SparseScores();
  entries = new Uint32Array(0);

  prepare(slots: number, groups: number, entries: number): void {
    for (const scores of [this.own, this.total]) scores.prepare(slots);
    if (groups > 0) for (const scores of [this.window, this.inWindow]) scores.prepare(slots);
    for (const scores of [this.group, this.inGroup]) scores.prepare(groups);
    this.entries = withRoom(this.entries, entries);
  }

  clear(): void {
    for (const scores of [this.own, this.window, this.group, this.total]) scores.clear();
  }
}
