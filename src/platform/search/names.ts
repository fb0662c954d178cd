/** Gives names small numbers and counts who uses each: a name nobody uses any more is forgotten at once. */
import { withRoom } from './typed-arrays.ts';

export class Names {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #free: number[] = [];
  #uses = new Uint32Array(64);
  /** First letter of each name, 0 for none: looking through these is a hundredth of looking through the names. */
  #firsts = new Uint16Array(64);

  /** The number of a name, counted as one more use. Numbers start at 0 and are given again once free. */
  use(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.#free.pop() ?? this.#names.length;
      this.#numbers.set(name, number);
      this.#names[number] = name;
      this.#uses = withRoom(this.#uses, number + 1);
      this.#firsts = withRoom(this.#firsts, number + 1);
      this.#firsts[number] = name.charCodeAt(0) || 0;
    }
    this.#uses[number] = this.uses(number) + 1;
    return number;
  }

  /** Takes one use back; true when it was the last one. */
  release(number: number): boolean {
    const left = this.uses(number) - 1;
    this.#uses[number] = left;
    if (left > 0) return false;
    this.#numbers.delete(this.#names[number] ?? '');
    this.#names[number] = '';
    this.#firsts[number] = 0;
    this.#free.push(number);
    return true;
  }

  find(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  uses(number: number): number {
    return this.#uses[number] ?? 0;
  }

  get size(): number {
    return this.#numbers.size;
  }

  /** One more than the highest number ever given. */
  get room(): number {
    return this.#names.length;
  }

  entries(): Iterable<[string, number]> {
    return this.#numbers.entries();
  }

  /** Names that begin with the same letter as `word`. */
  alike(word: string): string[] {
    const first = word.charCodeAt(0);
    const names: string[] = [];
    for (let number = 0; number < this.#names.length; number += 1) {
      if (this.#firsts[number] === first) names.push(this.#names[number] as string);
    }
    return names;
  }

  /** An estimate, measured on words: a map entry, an array slot and a short string. */
  get bytes(): number {
    return this.#numbers.size * 110 + this.#uses.byteLength + this.#firsts.byteLength;
  }
}
