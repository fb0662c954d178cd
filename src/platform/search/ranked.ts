/** The best few of many candidates, kept in a heap of bounded size. */
export interface Candidate {
  readonly slot: number;
  readonly score: number;
}

/** True when `a` is to be listed before `b` although their scores are equal. */
export type TieBreak = (a: number, b: number) => boolean;

export class Best {
  readonly #limit: number;
  readonly #goesFirst: TieBreak;
  /** A heap whose root is the worst kept. */
  readonly #heap: Candidate[] = [];

  constructor(limit: number, goesFirst: TieBreak) {
    this.#limit = limit;
    this.#goesFirst = goesFirst;
  }

  offer(slot: number, score: number): void {
    const root = this.#heap[0];
    if (this.#heap.length >= this.#limit) {
      if (root === undefined || !this.#isBetter(slot, score, root)) return;
      this.#heap[0] = { slot, score };
      this.#sink();
      return;
    }
    this.#heap.push({ slot, score });
    this.#rise();
  }

  /** Best first. */
  list(): Candidate[] {
    return [...this.#heap].sort((a, b) => (this.#isBetter(a.slot, a.score, b) ? -1 : 1));
  }

  #isBetter(slot: number, score: number, than: Candidate): boolean {
    if (score !== than.score) return score > than.score;
    return slot !== than.slot && this.#goesFirst(slot, than.slot);
  }

  #worse(i: number, j: number): boolean {
    const a = this.#heap[i];
    const b = this.#heap[j];
    return a !== undefined && b !== undefined && this.#isBetter(b.slot, b.score, a);
  }

  #swap(i: number, j: number): void {
    const a = this.#heap[i] as Candidate;
    this.#heap[i] = this.#heap[j] as Candidate;
    this.#heap[j] = a;
  }

  #rise(): void {
    let at = this.#heap.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#worse(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(): void {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      let worst = at;
      if (left < this.#heap.length && this.#worse(left, worst)) worst = left;
      if (left + 1 < this.#heap.length && this.#worse(left + 1, worst)) worst = left + 1;
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }
}
