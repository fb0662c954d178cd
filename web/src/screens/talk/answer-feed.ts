/**
 * The answers being made, followed from wherever they were started: here, in another tab, before a reload. An answer is
 * followed to its end even when its screen is left; a broken connection is waited out and gone on from the last event.
 */
import { type AnswerEvent, type AnswerEvents, NimaError, type Turn } from '../../api/nima.ts';
import { type Answer, afterEvent, answerOf, answerStarted, isAsking, isSettled } from './answer.ts';

export interface FeedOptions {
  readonly resume: (turnId: string, after: number) => AnswerEvents;
  /** Resolves when Nima can be reached again; later with each try, so that a stream that keeps ending is no tight circle. */
  readonly restored: (tries: number) => Promise<void>;
  readonly lose: () => void;
  /** Told once for each answer that pauses or ends. */
  readonly onPause: (answer: Answer) => void;
  readonly now: () => number;
}

/** Twenty-five repaints a second are text that flows; more only warm the phone. */
const TELL_MS = 40;

export class AnswerFeed {
  readonly #options: FeedOptions;
  readonly #answers = new Map<string, Answer>();
  readonly #followed = new Set<string>();
  /** Turns whose stream Nima no longer knows; what is stored of them is all there is. */
  readonly #refused = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #telling = false;

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The answer as last heard of; undefined when it was never followed here. */
  readonly read = (turnId: string): Answer | undefined => this.#answers.get(turnId);

  /** Forgets what a stored turn now says better. */
  release(turnId: string): void {
    if (!this.#followed.has(turnId)) this.#answers.delete(turnId);
  }

  /** Takes over a stream just opened: resolves when its answer has begun, throws when it was refused. */
  async begin(events: AnswerEvents): Promise<Answer> {
    const iterator = events[Symbol.asyncIterator]();
    const { value: first, done } = await iterator.next();
    if (done || first.type !== 'turn.started') throw new Error('Nima did not begin its answer. Try again.');
    const answer = answerStarted(first);
    this.#set(answer);
    this.#run(answer, iterator);
    return answer;
  }

  /** Follows a stored turn that is not at its end; nothing happens when it is followed already. */
  follow(turn: Turn): void {
    const answer = this.#answers.get(turn.id) ?? answerOf(turn);
    const isOver = isSettled(answer) || (answer.status === 'asks' && !isAsking(answer, this.#options.now()));
    if (isOver || this.#followed.has(turn.id) || this.#refused.has(turn.id)) return;
    this.#run(answer, null);
  }

  #run(answer: Answer, iterator: AsyncIterator<AnswerEvent> | null): void {
    this.#followed.add(answer.turnId);
    this.#followToEnd(answer, iterator).finally(() => {
      this.#followed.delete(answer.turnId);
      const last = this.#answers.get(answer.turnId);
      if (last) this.#options.onPause(last);
    });
  }

  async #followToEnd(begun: Answer, opened: AsyncIterator<AnswerEvent> | null): Promise<void> {
    const { resume, restored, lose, now } = this.#options;
    let answer = begun;
    let iterator = opened;
    for (let tries = 0; ; tries += 1) {
      try {
        iterator ??= resume(answer.turnId, answer.seq)[Symbol.asyncIterator]();
        const { seq } = answer;
        answer = await this.#drain(answer, iterator);
        if (answer.seq > seq) tries = 0;
        if (isSettled(answer) || (answer.status === 'asks' && !isAsking(answer, now()))) return;
      } catch (thrown) {
        answer = this.#answers.get(answer.turnId) ?? answer;
        if (!(thrown instanceof NimaError)) lose();
        else if (thrown.kind !== 'unavailable') {
          if (thrown.kind === 'not_found') this.#refused.add(answer.turnId);
          this.#answers.delete(answer.turnId);
          return;
        }
      }
      iterator = null;
      await restored(tries);
    }
  }

  async #drain(begun: Answer, iterator: AsyncIterator<AnswerEvent>): Promise<Answer> {
    let answer = begun;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      const before = answer.status;
      answer = afterEvent(answer, next.value);
      this.#set(answer);
      if (answer.status === 'asks' && before !== 'asks') this.#options.onPause(answer);
    }
    return answer;
  }

  #set(answer: Answer): void {
    this.#answers.set(answer.turnId, answer);
    if (this.#telling) return;
    this.#telling = true;
    setTimeout(() => {
      this.#telling = false;
      for (const listener of [...this.#listeners]) listener();
    }, TELL_MS);
  }
}
