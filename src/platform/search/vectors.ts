/**
 * Unit vectors of one length, as int8 in rows by slot, searched by sign bits first (Hamming distance) and by exact
 * dot product among the nearest. What a vector means is the embedder's business.
 */
import { withRoom } from './typed-arrays.ts';

/** Vectors are kept in blocks, so that growing never copies what is there. */
const BLOCK_ROWS = 4096;
/** Vectors hold 127 for 1. */
const SCALE = 127 * 127;
/**
 * How many of the nearest by sign bits are compared exactly. Sign bits keep the order only roughly: with 100,000 hashed
 * vectors, 2,000 hold 94 % of those clearly near a query (1,000 hold 90 %), for half a millisecond.
 */
const RESCORED = 2000;
/** The distance of a slot that takes no part: farther than any vector. */
const OUT_OF_REACH = 65_535;

export interface Nearest {
  readonly slot: number;
  /** Cosine, -1 to 1. */
  readonly similarity: number;
}

export class Vectors {
  readonly dimensions: number;
  readonly #words: number;
  readonly #blocks: Int8Array[] = [];
  /** One more than the highest slot ever set. */
  #rows = 0;
  #signs = new Uint32Array(0);
  #present = new Uint8Array(0);
  #distances = new Uint16Array(0);

  constructor(dimensions: number) {
    this.dimensions = dimensions;
    this.#words = Math.ceil(dimensions / 32);
  }

  set(slot: number, vector: Int8Array): void {
    this.#signs = withRoom(this.#signs, (slot + 1) * this.#words);
    this.#present = withRoom(this.#present, slot + 1);
    this.#present[slot] = 1;
    this.#rows = Math.max(this.#rows, slot + 1);
    this.#row(slot).set(vector);
    signBits(vector, this.#signs, slot * this.#words);
  }

  remove(slot: number): void {
    if (this.#present[slot] !== 1) return;
    this.#present[slot] = 0;
    this.#row(slot).fill(0);
  }

  has(slot: number): boolean {
    return this.#present[slot] === 1;
  }

  similarity(slot: number, query: Int8Array): number {
    const block = this.#blocks[Math.floor(slot / BLOCK_ROWS)];
    if (block === undefined || !this.has(slot)) return 0;
    const start = (slot % BLOCK_ROWS) * this.dimensions;
    let sum = 0;
    for (let i = 0; i < query.length; i += 1) sum += (query[i] as number) * (block[start + i] as number);
    return sum / SCALE;
  }

  /** The slots nearest to a query, in no order, among those `accepts` lets through (all, when it is undefined). */
  nearest(query: Int8Array, accepts?: (slot: number) => boolean): Nearest[] {
    const distances = this.#measure(query, accepts);
    const limit = distanceOfNearest(distances, this.#rows, RESCORED, this.dimensions);
    const nearest: Nearest[] = [];
    for (let slot = 0; slot < this.#rows; slot += 1) {
      if ((distances[slot] as number) <= limit) nearest.push({ slot, similarity: this.similarity(slot, query) });
    }
    return nearest;
  }

  get bytes(): number {
    const blocks = this.#blocks.reduce((sum, block) => sum + (block?.byteLength ?? 0), 0);
    return blocks + this.#signs.byteLength + this.#present.byteLength + this.#distances.byteLength;
  }

  #row(slot: number): Int8Array {
    const number = Math.floor(slot / BLOCK_ROWS);
    this.#blocks[number] ??= new Int8Array(BLOCK_ROWS * this.dimensions);
    const start = (slot % BLOCK_ROWS) * this.dimensions;
    return this.#blocks[number].subarray(start, start + this.dimensions);
  }

  #measure(query: Int8Array, accepts?: (slot: number) => boolean): Uint16Array {
    const wanted = new Uint32Array(this.#words);
    signBits(query, wanted, 0);
    const rows = this.#rows;
    this.#distances = withRoom(this.#distances, rows);
    const distances = this.#distances;
    measureDistances(this.#signs, wanted, distances, rows);
    const present = this.#present;
    for (let slot = 0; slot < rows; slot += 1) {
      if (present[slot] === 0 || accepts?.(slot) === false) distances[slot] = OUT_OF_REACH;
    }
    return distances;
  }
}

function signBits(vector: Int8Array, target: Uint32Array, at: number): void {
  for (let word = 0; word * 32 < vector.length; word += 1) {
    let bits = 0;
    const end = Math.min(32, vector.length - word * 32);
    for (let bit = 0; bit < end; bit += 1) if ((vector[word * 32 + bit] as number) > 0) bits |= 1 << bit;
    target[at + word] = bits;
  }
}

/** The distance within which at least `wanted` rows lie: counted, not sorted. */
function distanceOfNearest(distances: Uint16Array, rows: number, wanted: number, dimensions: number): number {
  const rowsAt = new Uint32Array(dimensions + 1);
  for (let slot = 0; slot < rows; slot += 1) {
    const distance = distances[slot] as number;
    if (distance <= dimensions) rowsAt[distance] = (rowsAt[distance] as number) + 1;
  }
  let found = 0;
  for (let distance = 0; distance <= dimensions; distance += 1) {
    found += rowsAt[distance] as number;
    if (found >= wanted) return distance;
  }
  return dimensions;
}

/** Hamming distances of all rows; a plain loop over plain arrays, because most of a query's time goes here. */
function measureDistances(signs: Uint32Array, wanted: Uint32Array, distances: Uint16Array, rows: number): void {
  const words = wanted.length;
  for (let row = 0, at = 0; row < rows; row += 1) {
    let distance = 0;
    for (let word = 0; word < words; word += 1, at += 1)
      distance += bitCount((signs[at] as number) ^ (wanted[word] as number));
    distances[row] = distance;
  }
}

function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
