/**
 * Which documents hold which term, and how often: one 32-bit number for each pair, in chains of growing slices inside
 * one array. Knows nothing of scores, nor of which documents are still alive.
 */
import { withRoom } from './typed-arrays.ts';

/** The low 8 bits of an entry count occurrences, the high 24 name the document or term. */
export const COUNT_BITS = 8;
export const COUNT_MAX = 255;

/** Most terms are rare: the first slice is small; later ones double up to the point where waste stays under 1 %. */
const FIRST_SLICE = 3;
const LARGEST_SLICE = 1023;

export class Postings {
  /** Slices, each ending with the index of the next one (0 when last); index 0 is unused. */
  #entries = new Uint32Array(1024);
  #used = 1;
  #first = new Uint32Array(64);
  #write = new Uint32Array(64);
  #sliceEnd = new Uint32Array(64);
  #counts = new Uint32Array(64);

  append(term: number, document: number, occurrences: number): void {
    if (term >= this.#first.length) this.#growTerms(term + 1);
    if (this.#first[term] === 0) this.#startChain(term);
    else if (this.#write[term] === this.#sliceEnd[term]) this.#extendChain(term);
    const at = this.#write[term] as number;
    this.#entries[at] = (document << COUNT_BITS) | Math.min(occurrences, COUNT_MAX);
    this.#write[term] = at + 1;
    this.#counts[term] = this.count(term) + 1;
  }

  /** Entries of a term, those of removed documents included. */
  count(term: number): number {
    return this.#counts[term] ?? 0;
  }

  /** Copies a term's entries into `target` (which has room for `count(term)`) and returns how many. */
  read(term: number, target: Uint32Array): number {
    const total = this.count(term);
    let at = this.#first[term] ?? 0;
    let size = FIRST_SLICE;
    for (let done = 0; done < total; ) {
      const take = Math.min(size, total - done);
      target.set(this.#entries.subarray(at, at + take), done);
      done += take;
      at = this.#entries[at + size] as number;
      size = nextSize(size);
    }
    return total;
  }

  /** Forgets a term's chain; its room comes back when the postings are built anew. */
  drop(term: number): void {
    this.#first[term] = 0;
    this.#counts[term] = 0;
  }

  get bytes(): number {
    return this.#entries.byteLength + 4 * this.#first.byteLength;
  }

  #startChain(term: number): void {
    const start = this.#allocate(FIRST_SLICE);
    this.#first[term] = start;
    this.#write[term] = start;
    this.#sliceEnd[term] = start + FIRST_SLICE;
  }

  #extendChain(term: number): void {
    const end = this.#sliceEnd[term] as number;
    const size = sizeAfter(this.count(term));
    const start = this.#allocate(size);
    this.#entries[end] = start;
    this.#write[term] = start;
    this.#sliceEnd[term] = start + size;
  }

  #allocate(size: number): number {
    const start = this.#used;
    this.#used += size + 1;
    this.#entries = withRoom(this.#entries, this.#used);
    this.#entries[start + size] = 0;
    return start;
  }

  #growTerms(length: number): void {
    this.#first = withRoom(this.#first, length);
    this.#write = withRoom(this.#write, length);
    this.#sliceEnd = withRoom(this.#sliceEnd, length);
    this.#counts = withRoom(this.#counts, length);
  }
}

/** 3, 7, 15 … 1023: with its link, each slice fills a power of two. */
function nextSize(size: number): number {
  return Math.min(size * 2 + 1, LARGEST_SLICE);
}

/** The size of the slice that follows `count` entries, all earlier slices being full. */
function sizeAfter(count: number): number {
  let size = FIRST_SLICE;
  for (let held = 0; held + size <= count && size < LARGEST_SLICE; ) {
    held += size;
    size = nextSize(size);
  }
  return size;
}
