/** Writes the live log of one try: to the stream for those who watch, and kept for those who come after it is gone. */
import type { Context } from '../../../kernel/context.ts';
import type { StreamWriter } from '../../../kernel/ports.ts';
import type { LogLine, TaskEvent } from './event.ts';
import type { Listener } from './work.ts';

/** A line is for reading. */
const LINE_CHARS_MAX = 2000;
/** Lines of one try that are told live; past it the task goes on in silence. */
const LINES_MAX = 2000;
/** Lines of all tries kept with the task: the end tells more than the beginning. */
export const LINES_KEPT_MAX = 500;

export class Recorder implements Listener {
  readonly #ctx: Context;
  readonly #writer: StreamWriter;
  readonly #lines: LogLine[];
  #told = 0;
  /** As last said; null when it was not. */
  share: number | null = null;

  constructor(ctx: Context, writer: StreamWriter, before: readonly LogLine[]) {
    this.#ctx = ctx;
    this.#writer = writer;
    this.#lines = [...before];
  }

  /** Aborts when a stop is asked for, on this replica or another. */
  get stopped(): AbortSignal {
    return this.#writer.stopped;
  }

  get kept(): string {
    return JSON.stringify(this.#lines.slice(-LINES_KEPT_MAX));
  }

  log(text: string): void {
    this.#told += 1;
    if (this.#told > LINES_MAX) return;
    const line = this.#told === LINES_MAX ? 'More was said; it is not shown.' : text.slice(0, LINE_CHARS_MAX);
    const event: LogLine = { type: 'log', at: new Date(this.#ctx.clock.now()).toISOString(), line };
    this.#lines.push(event);
    this.tell(event);
  }

  progress(share: number): void {
    this.share = share;
    this.tell({ type: 'progress', progress: share });
  }

  /** A log that cannot be written must not cost the task. */
  tell(event: TaskEvent): void {
    try {
      this.#writer.write(event);
    } catch (cause) {
      this.#ctx.log.warn('a task log was not written', { cause });
    }
  }

  async end(): Promise<void> {
    await this.#writer.end().catch((cause: unknown) => this.#ctx.log.warn('a task log was not ended', { cause }));
  }
}
