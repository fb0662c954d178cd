/** What a command reads from and writes to, and how it calls Nima. Passed in, so that a test is a terminal too. */
import type { Operation } from '../../kernel/operation.ts';

export interface Sink {
  write(text: string): unknown;
}

export interface CliIo {
  readonly stdin: AsyncIterable<string | Uint8Array>;
  /** Answers. */
  readonly stdout: Sink;
  /** What is said about them: questions, failures. */
  readonly stderr: Sink;
  /** True when a person sits there: may be asked, sees colour and live text. */
  readonly isTty: boolean;
  /** False under NO_COLOR. */
  readonly isColored: boolean;
  /** Characters in a line; Infinity where nothing should be cut. */
  readonly columns: number;
  /** One line of an answer, or null when the person ended the input. */
  ask(question: string): Promise<string | null>;
  /** Like `ask`, without showing what is typed. */
  askHidden(question: string): Promise<string | null>;
  /** Acts on Ctrl+C instead of ending; returns how to leave it be again. */
  onInterrupt(act: () => void): () => void;
}

/** Runs an operation here or on a server: answers with the output or a stream, throws Failures. */
export type Invoke = (
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
) => Promise<unknown>;

export async function readAll(stdin: CliIo['stdin']): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stdin) text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

export async function confirm(io: Pick<CliIo, 'ask'>, question: string): Promise<boolean> {
  return /^y(es)?$/i.test(((await io.ask(`${question} [y/N] `)) ?? '').trim());
}
