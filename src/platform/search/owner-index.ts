/**
 * The index of one owner's documents of one collection: takes changes in, ranks queries. Where changes come from and
 * when is the business of `search.ts`.
 */
import type { SearchChange, SearchDocument, SearchHit, SearchQuery } from '../../kernel/ports.ts';
import { dateTerms } from './dates.ts';
import { Documents } from './documents.ts';
import { fuseVectors, type VectorWeight } from './fuse.ts';
import { scoreKeywords } from './keyword.ts';
import { Names } from './names.ts';
import { COUNT_BITS, COUNT_MAX, Postings } from './postings.ts';
import { readQuestion } from './question.ts';
import { Best } from './ranked.ts';
import type { Scratch } from './scratch.ts';
import { Sequences } from './sequences.ts';
import type { Tokenizer } from './tokens.ts';
import { Vectors } from './vectors.ts';

/** Postings are swept when they name this many removed documents, and these are a quarter of all. */
const SWEEP_FREED_MIN = 1000;
/** Documents swept between two turns of the event loop: about 5 ms. */
const SWEEP_STEP = 8000;

/** What all indexes of a process share. */
export interface IndexTools {
  readonly tokenizer: Tokenizer;
  readonly scratch: Scratch;
  readonly vectorWeight: VectorWeight;
}

export class OwnerIndex {
  /** The newest change taken in. */
  revision = 0;
  readonly #tools: IndexTools;
  readonly #vocabulary = new Names();
  readonly #documents = new Documents();
  readonly #sequences = new Sequences(this.#documents);
  readonly #vectors = new Map<number, Vectors>();
  /** Work space of `#count`: one map for all documents spares the collector a hundred thousand. */
  readonly #counts = new Map<string, number>();
  #postings = new Postings();

  constructor(tools: IndexTools) {
    this.#tools = tools;
  }

  get size(): number {
    return this.#documents.size;
  }

  apply(change: SearchChange): void {
    const old = this.#documents.find(change.id);
    if (old !== undefined) this.#remove(old);
    if (change.document !== null) this.#add(change.document);
    this.revision = Math.max(this.revision, change.revision);
  }

  rank(query: SearchQuery): SearchHit[] {
    const documents = this.#documents;
    if (documents.size === 0 || query.limit <= 0) return [];
    const accepts = this.#filter(query);
    if (accepts === 'nothing') return [];
    const { scratch, tokenizer, vectorWeight } = this.#tools;
    const index = {
      vocabulary: this.#vocabulary,
      documents,
      postings: this.#postings,
      sequences: this.#sequences,
    };
    try {
      scoreKeywords(index, readQuestion(query.text, documents.speakers, tokenizer), scratch);
      if (query.vector !== undefined) {
        const nearest = this.#vectors.get(query.vector.length)?.nearest(query.vector, accepts) ?? [];
        fuseVectors(scratch.total, nearest, vectorWeight);
      }
      return this.#best(query.limit, accepts);
    } finally {
      scratch.clear();
    }
  }

  /** True when enough documents were removed that rebuilding the postings pays. */
  get needsSweep(): boolean {
    const { freed, size } = this.#documents;
    return freed >= SWEEP_FREED_MIN && freed * 4 >= size;
  }

  /** Builds the postings anew without removed documents. Nothing may be applied until it ends; ranking goes on. */
  async sweep(pause: () => Promise<void>): Promise<void> {
    const swept = new Postings();
    for (let slot = 0; slot < this.#documents.slots; slot += 1) {
      if (slot % SWEEP_STEP === SWEEP_STEP - 1) await pause();
      if (this.#documents.alive[slot] === 1) post(swept, slot, this.#documents.terms(slot));
    }
    this.#postings = swept;
    this.#documents.reuseFreed();
  }

  /** About how much memory the index holds. */
  get bytes(): number {
    const vectors = [...this.#vectors.values()].reduce((sum, kind) => sum + kind.bytes, 0);
    const own = this.#vocabulary.bytes + this.#documents.bytes + this.#sequences.bytes + this.#postings.bytes;
    return own + vectors;
  }

  #add(document: SearchDocument): void {
    const { id, time, group, speaker, category, vector } = document;
    const { terms, told, tells } = this.#tools.tokenizer.read(document.text);
    // A turn was said at its time; a fact names its own dates.
    const dates = group === undefined ? [] : dateTerms(time);
    const entries = this.#count([...terms, ...dates]);
    const length = terms.length + dates.length;
    const slot = this.#documents.add({ id, time, group, speaker, category, terms: entries, length, told, tells });
    post(this.#postings, slot, entries);
    this.#sequences.insert(slot);
    if (vector !== undefined && vector.length > 0) this.#vectorsOf(vector.length).set(slot, vector);
  }

  #remove(slot: number): void {
    for (const entry of this.#documents.terms(slot)) {
      const term = entry >>> COUNT_BITS;
      if (this.#vocabulary.release(term)) this.#postings.drop(term);
    }
    this.#sequences.remove(slot);
    for (const vectors of this.#vectors.values()) vectors.remove(slot);
    this.#documents.remove(slot);
  }

  /** Each term once, with its count, and used once in the vocabulary: its uses are its document frequency. */
  #count(terms: readonly string[]): Uint32Array {
    const counts = this.#counts;
    counts.clear();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    const entries = new Uint32Array(counts.size);
    let at = 0;
    for (const [term, count] of counts) {
      entries[at] = (this.#vocabulary.use(term) << COUNT_BITS) | Math.min(count, COUNT_MAX);
      at += 1;
    }
    return entries;
  }

  #vectorsOf(dimensions: number): Vectors {
    const known = this.#vectors.get(dimensions);
    if (known !== undefined) return known;
    const vectors = new Vectors(dimensions);
    this.#vectors.set(dimensions, vectors);
    return vectors;
  }

  #filter(query: SearchQuery): ((slot: number) => boolean) | 'nothing' | undefined {
    const { group, category, groups, categories } = this.#documents;
    if (query.group === undefined && query.category === undefined) return undefined;
    const wantedGroup = query.group === undefined ? undefined : groups.find(query.group);
    const wantedCategory = query.category === undefined ? undefined : categories.find(query.category);
    if (query.group !== undefined && wantedGroup === undefined) return 'nothing';
    if (query.category !== undefined && wantedCategory === undefined) return 'nothing';
    return (slot) =>
      (wantedGroup === undefined || group[slot] === wantedGroup) &&
      (wantedCategory === undefined || category[slot] === wantedCategory);
  }

  #best(limit: number, accepts: ((slot: number) => boolean) | undefined): SearchHit[] {
    const documents = this.#documents;
    const { total } = this.#tools.scratch;
    const best = new Best(limit, (a, b) => {
      const newer = (documents.times[a] ?? 0) - (documents.times[b] ?? 0);
      return newer === 0 ? documents.id(a) < documents.id(b) : newer > 0;
    });
    for (let i = 0; i < total.count; i += 1) {
      const slot = total.touched[i] as number;
      if (accepts === undefined || accepts(slot)) best.offer(slot, total.values[slot] as number);
    }
    return best.list().map(({ slot, score }) => ({ id: documents.id(slot), score }));
  }
}

function post(postings: Postings, slot: number, entries: Uint32Array): void {
  for (const entry of entries) postings.append(entry >>> COUNT_BITS, slot, entry & COUNT_MAX);
}
