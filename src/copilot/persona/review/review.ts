/**
 * The style review of an answer, whole or streamed. Both are the same machine: it reads lines and sentences in order
 * and lets a piece go once no later text could change it, so the pieces of a stream add up to the review of the whole.
 */
import type { ReviewRules } from '../persona.ts';
import { closesFence, fenceOf, isQuote, isUnderline, lineKind, markerOf, startsBlock } from './lines.ts';
import { type CompiledRules, compileRules, rewrite, type Violation } from './rewrite.ts';
import { nextSentence } from './sentence.ts';

export type { Violation };

export interface Reviewed {
  readonly text: string;
  readonly violations: readonly Violation[];
}

export interface StreamReview {
  /** Takes the next piece of the answer; gives the reviewed text that is settled. */
  push(chunk: string): string;
  /** Gives the rest. Trailing white space goes, but inside an open code block. */
  end(): string;
  /** What was found so far. */
  readonly violations: readonly Violation[];
}

/** A sentence taken out, kept until it is certain that what follows does not need it. */
interface Removed {
  readonly text: string;
  /** White space and line ends after it. */
  after: string;
}

const lineEnds = (gap: string): number => gap.split('\n').length - 1;

class Reviewer implements StreamReview {
  readonly #rules: CompiledRules;
  readonly violations: Violation[] = [];
  #input = '';
  #output = '';
  #hasSpoken = false;
  #isLineStart = true;
  #isQuoting = false;
  #fence: string | null = null;
  /** White space owed before the next text. */
  #gap = '';
  #removed: Removed | null = null;

  constructor(rules: ReviewRules) {
    this.#rules = compileRules(rules);
  }

  push(chunk: string): string {
    this.#input += chunk;
    while (this.#step(false));
    return this.#take();
  }

  end(): string {
    while (this.#step(true));
    // An answer of nothing but "Absolutely." is still an answer.
    if (!this.#hasSpoken && this.#removed) this.#say(this.#removed.text, true);
    if (this.#fence) this.#output += this.#gap;
    return this.#take();
  }

  #take(): string {
    const text = this.#output;
    this.#output = '';
    return text;
  }

  /** Reads one line or sentence; false when the input is used up or more of it is needed. */
  #step(isEnd: boolean): boolean {
    if (this.#input === '') return false;
    return this.#isLineStart ? this.#readLine(isEnd) : this.#readSentence(isEnd);
  }

  #readLine(isEnd: boolean): boolean {
    const lineEnd = this.#input.indexOf('\n');
    const isComplete = lineEnd >= 0 || isEnd;
    const line = lineEnd >= 0 ? this.#input.slice(0, lineEnd) : this.#input;
    if (this.#fence) return isComplete && this.#readCode(line);
    const kind = lineKind(line, isComplete);
    if (kind === 'prose' && !this.#isQuoting) {
      this.#addGap(/^\s*/.exec(line)?.[0] ?? '');
      this.#input = this.#input.trimStart();
      this.#isLineStart = false;
      return true;
    }
    if (kind === null || !isComplete) return false;
    // A plain line right under a block quote still belongs to it.
    this.#isQuoting = isQuote(line) || (this.#isQuoting && kind === 'prose');
    if (kind === 'blank') this.#addGap(line);
    else if (kind === 'item') this.#say(this.#reviewItem(line), false);
    else this.#say(line, false);
    if (kind === 'fence') this.#fence = fenceOf(line);
    this.#endLine(line.length);
    return true;
  }

  #readCode(line: string): boolean {
    this.#output += this.#gap + line;
    this.#gap = '';
    if (this.#fence && closesFence(line, this.#fence)) this.#fence = null;
    this.#endLine(line.length);
    return true;
  }

  #endLine(length: number): void {
    if (this.#input.charAt(length) === '\n') this.#addGap('\n');
    this.#input = this.#input.slice(length + 1);
  }

  #readSentence(isEnd: boolean): boolean {
    const { text, isWhole } = this.#paragraph(isEnd);
    const sentence = nextSentence(text, isWhole);
    if (!sentence) return false;
    const options = { isFirst: !this.#hasSpoken, isItem: false };
    const { text: reviewed, isEmpty, violations } = rewrite(sentence, this.#rules, options);
    this.violations.push(...violations);
    if (isEmpty) this.#remove(reviewed);
    else this.#say(reviewed, true);
    this.#addGap(sentence.gap);
    this.#isLineStart = isWhole && sentence.length === text.length;
    if (this.#isLineStart) this.#endLine(text.length);
    else this.#input = this.#input.slice(sentence.length);
    return true;
  }

  /** The rest of the paragraph as far as it is known, without its last line end; whole when its end is known. */
  #paragraph(isEnd: boolean): { text: string; isWhole: boolean } {
    const input = this.#input;
    for (let at = input.indexOf('\n'); at >= 0; at = input.indexOf('\n', at + 1)) {
      const next = input.indexOf('\n', at + 1);
      const isComplete = next >= 0 || isEnd;
      const kind = lineKind(input.slice(at + 1, next >= 0 ? next : undefined), isComplete);
      if (kind === null) return { text: input.slice(0, at), isWhole: false };
      if (kind !== 'prose') return { text: input.slice(0, at), isWhole: true };
    }
    return { text: input, isWhole: isEnd };
  }

  #reviewItem(line: string): string {
    const marker = markerOf(line);
    let rest = line.slice(marker.length);
    let text = marker;
    while (rest !== '') {
      const sentence = nextSentence(rest, true);
      if (!sentence) break;
      const reviewed = rewrite(sentence, this.#rules, { isFirst: false, isItem: true });
      this.violations.push(...reviewed.violations);
      text += reviewed.isEmpty ? '' : reviewed.text + sentence.gap;
      rest = rest.slice(sentence.length);
    }
    return text === marker ? line : text;
  }

  #addGap(gap: string): void {
    if (this.#removed) this.#removed.after += gap;
    else this.#gap += gap;
  }

  /** The longer of the breaks before and after a sentence that went; both would leave a hole. */
  #closeHole(): void {
    if (this.#removed && lineEnds(this.#removed.after) > lineEnds(this.#gap)) this.#gap = this.#removed.after;
    this.#removed = null;
  }

  #remove(text: string): void {
    this.#closeHole();
    this.#removed = { text, after: '' };
  }

  #say(text: string, isSentence: boolean): void {
    const removed = this.#removed;
    if (removed && this.#isNeeded(removed, text, isSentence)) {
      this.#removed = null;
      this.#emit(removed.text);
      this.#gap = removed.after;
    }
    this.#closeHole();
    this.#emit(text);
  }

  /** True when without the removed sentence this text would open a block, or underline the wrong line. */
  #isNeeded({ text, after }: Removed, next: string, isSentence: boolean): boolean {
    if (text === '') return false;
    if (isSentence) return lineEnds(after) === 0 && startsBlock(next);
    return lineEnds(after) === 1 && isUnderline(next);
  }

  #emit(text: string): void {
    if (this.#hasSpoken) this.#output += this.#calmGap();
    this.#output += text;
    this.#gap = '';
    this.#hasSpoken = true;
  }

  #calmGap(): string {
    if (lineEnds(this.#gap) < 3) return this.#gap;
    this.violations.push({ rule: 'blank_lines', quote: this.#gap });
    return `\n\n${this.#gap.slice(this.#gap.lastIndexOf('\n') + 1)}`;
  }
}

/** Reviews an answer as it streams. */
export const createStreamReview = (rules: ReviewRules): StreamReview => new Reviewer(rules);

/** Reviews a finished answer. Reviewing the result again changes nothing. */
export function review(text: string, rules: ReviewRules): Reviewed {
  const reviewer = new Reviewer(rules);
  const reviewed = reviewer.push(text) + reviewer.end();
  return { text: reviewed, violations: reviewer.violations };
}
