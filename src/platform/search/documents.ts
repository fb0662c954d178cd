/**
 * The documents of one owner in columns: what ranking needs to know of each, without its text. A document has a slot,
 * a small number; a freed slot is not given again until `reuseFreed`, because postings may still name it.
 */
import { Names } from './names.ts';
import { withRoom } from './typed-arrays.ts';

/** Stands for "no group", "no speaker" and "no neighbour" in the columns. */
export const NONE = -1;

export interface DocumentRow {
  readonly id: string;
  readonly time: number;
  readonly group?: string | undefined;
  readonly speaker?: string | undefined;
  readonly category?: string | undefined;
  /** Term entries (term number and count), each term once. */
  readonly terms: Uint32Array;
  /** Terms, repetitions included. */
  readonly length: number;
  readonly told: number;
  readonly tells: number;
}

export class Documents {
  readonly groups = new Names();
  readonly speakers = new Names();
  readonly categories = new Names();
  readonly #slots = new Map<string, number>();
  readonly #ids: string[] = [];
  #freed: number[] = [];
  #reusable: number[] = [];

  /** Columns by slot. */
  alive = new Uint8Array(0);
  lengths = new Uint16Array(0);
  times = new Float64Array(0);
  group = new Int32Array(0);
  speaker = new Int32Array(0);
  category = new Int32Array(0);
  /** See `Reading` of tokens.ts; `told` stops at 255. */
  told = new Uint8Array(0);
  tells = new Uint8Array(0);
  #termStart = new Uint32Array(0);
  #termCount = new Uint16Array(0);
  #terms = new Uint32Array(1024);
  #termsUsed = 0;
  /** Sum of `lengths` over the documents alive. */
  totalLength = 0;

  /** Documents alive. */
  get size(): number {
    return this.#slots.size;
  }

  /** Slots ever given: all columns are at least this long. */
  get slots(): number {
    return this.#ids.length;
  }

  /** Slots of removed documents that postings may still name. */
  get freed(): number {
    return this.#freed.length;
  }

  find(id: string): number | undefined {
    return this.#slots.get(id);
  }

  id(slot: number): string {
    return this.#ids[slot] ?? '';
  }

  /** Term entries of a document; valid until the next `add`. */
  terms(slot: number): Uint32Array {
    const start = this.#termStart[slot] ?? 0;
    return this.#terms.subarray(start, start + (this.#termCount[slot] ?? 0));
  }

  add(row: DocumentRow): number {
    const slot = this.#reusable.pop() ?? this.#ids.length;
    this.#makeRoom(slot + 1);
    this.#ids[slot] = row.id;
    this.#slots.set(row.id, slot);
    this.alive[slot] = 1;
    this.lengths[slot] = Math.min(row.length, 65_535);
    this.times[slot] = row.time;
    this.group[slot] = row.group === undefined ? NONE : this.groups.use(row.group);
    this.speaker[slot] = row.speaker === undefined ? NONE : this.speakers.use(row.speaker);
    this.category[slot] = row.category === undefined ? NONE : this.categories.use(row.category);
    this.told[slot] = Math.min(row.told, 255);
    this.tells[slot] = row.tells;
    this.totalLength += this.lengths[slot] ?? 0;
    this.#keepTerms(slot, row.terms);
    return slot;
  }

  remove(slot: number): void {
    this.#slots.delete(this.id(slot));
    this.#ids[slot] = '';
    this.alive[slot] = 0;
    this.totalLength -= this.lengths[slot] ?? 0;
    release(this.groups, this.group[slot]);
    release(this.speakers, this.speaker[slot]);
    release(this.categories, this.category[slot]);
    this.#freed.push(slot);
  }

  /** Call when no posting names a removed document any more. */
  reuseFreed(): void {
    this.#reusable.push(...this.#freed);
    this.#freed = [];
    this.#packTerms();
  }

  get bytes(): number {
    const perSlot = 1 + 2 + 8 + 4 + 4 + 4 + 1 + 1 + 4 + 2;
    const names = this.groups.bytes + this.speakers.bytes + this.categories.bytes;
    // An id of some 30 characters, its map entry and its place in the array, as measured by bench/search-scale.
    return this.alive.length * perSlot + this.#terms.byteLength + names + this.#ids.length * 120;
  }

  #keepTerms(slot: number, terms: Uint32Array): void {
    this.#terms = withRoom(this.#terms, this.#termsUsed + terms.length);
    this.#terms.set(terms, this.#termsUsed);
    this.#termStart[slot] = this.#termsUsed;
    this.#termCount[slot] = terms.length;
    this.#termsUsed += terms.length;
  }

  #packTerms(): void {
    const packed = new Uint32Array(this.#terms.length);
    let used = 0;
    for (let slot = 0; slot < this.slots; slot += 1) {
      if (this.alive[slot] === 0) continue;
      const terms = this.terms(slot);
      packed.set(terms, used);
      this.#termStart[slot] = used;
      used += terms.length;
    }
    this.#terms = packed;
    this.#termsUsed = used;
  }

  #makeRoom(slots: number): void {
    this.alive = withRoom(this.alive, slots);
    this.lengths = withRoom(this.lengths, slots);
    this.times = withRoom(this.times, slots);
    this.group = withRoom(this.group, slots);
    this.speaker = withRoom(this.speaker, slots);
    this.category = withRoom(this.category, slots);
    this.told = withRoom(this.told, slots);
    this.tells = withRoom(this.tells, slots);
    this.#termStart = withRoom(this.#termStart, slots);
    this.#termCount = withRoom(this.#termCount, slots);
  }
}

function release(names: Names, number: number | undefined): void {
  if (number !== undefined && number !== NONE) names.release(number);
}
