/** The terminal of a process as the command line's io. Questions go to standard error, so that output stays output. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { CliIo } from './io.ts';

export interface TerminalOptions {
  /** NO_COLOR is set. */
  readonly noColor: boolean;
}

/** Shows nothing of what is typed; readline would echo it. */
const silent = () => new Writable({ write: (_chunk, _encoding, done) => done() });

async function askOn(output: NodeJS.WritableStream, question: string): Promise<string | null> {
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  const ended = new Promise<null>((resolve) => lines.once('close', () => resolve(null)));
  lines.once('SIGINT', () => lines.close());
  try {
    return await Promise.race([lines.question(question), ended]);
  } finally {
    lines.close();
  }
}

/** Who reads along may have seen enough (`nima … | head`) and closed the pipe: the command goes on to its end, unheard. */
function outliveReader(output: NodeJS.WritableStream): void {
  output.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EPIPE') throw cause;
  });
}

export function terminalIo({ noColor }: TerminalOptions): CliIo {
  const { stdin, stdout, stderr } = process;
  for (const output of [stdout, stderr]) outliveReader(output);
  const isTty = Boolean(stdin.isTTY && stdout.isTTY);
  return {
    stdin,
    stdout,
    stderr,
    isTty,
    isColored: isTty && !noColor,
    columns: stdout.isTTY ? stdout.columns : Number.POSITIVE_INFINITY,
    ask: (question) => askOn(stderr, question),
    async askHidden(question) {
      stderr.write(question);
      const answer = await askOn(silent(), '');
      stderr.write('\n');
      return answer;
    },
    onInterrupt(act) {
      process.on('SIGINT', act);
      return () => void process.off('SIGINT', act);
    },
  };
}
