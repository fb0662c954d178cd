/** Runs one program without a shell, in a process group of its own, so that ending it ends everything it started. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { PassThrough, type Readable } from 'node:stream';
import { Failure } from '../../kernel/errors.ts';

export interface ProcessRequest {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Of standard output and of standard error, each; the rest is dropped. */
  readonly outputBytesMax: number;
  readonly signal: AbortSignal;
  readonly onLine?: (line: string) => void;
}

export interface ProcessEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly isCut: boolean;
}

/** Time to clean up between the polite end and the other one. */
const TERM_MS = 500;

interface Kept {
  text(): string;
  readonly isCut: boolean;
}

/** Keeps the beginning, reads on to the end, so that the program is not blocked by a full pipe. */
function keep(stream: Readable, bytesMax: number, onLine: ((line: string) => void) | undefined): Kept {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let isCut = false;
  const lines = new PassThrough();
  if (onLine) createInterface({ input: lines }).on('line', onLine);
  else lines.resume();
  stream.on('data', (chunk: Buffer) => {
    const room = bytesMax - bytes;
    if (chunk.length > room) isCut = true;
    if (room <= 0) return;
    const fits = chunk.subarray(0, room);
    bytes += fits.length;
    chunks.push(fits);
    lines.write(fits);
  });
  stream.on('end', () => lines.end());
  return {
    text: () => Buffer.concat(chunks).toString('utf8'),
    get isCut() {
      return isCut;
    },
  };
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  const send = (signal: NodeJS.Signals) => {
    try {
      process.kill(-pid, signal);
    } catch {
      // The whole group is gone already.
    }
  };
  send('SIGTERM');
  setTimeout(() => send('SIGKILL'), TERM_MS).unref();
}

function notStarted(command: string, cause: NodeJS.ErrnoException): Failure {
  const isMissing = cause.code === 'ENOENT';
  const text = isMissing
    ? `There is no program ${command} on this machine, or its folder is gone.`
    : `${command} cannot be started (${cause.code ?? cause.message}).`;
  return new Failure(isMissing ? 'not_found' : 'invalid', text, { code: 'process_not_started', cause });
}

/** Throws the signal's reason when it aborts, `unavailable` when the time is up, `not_found` when there is no such program. */
export async function runProcess(request: ProcessRequest): Promise<ProcessEnd> {
  const { command, args, cwd, env, timeoutMs, outputBytesMax, signal, onLine } = request;
  signal.throwIfAborted();
  const timeout = AbortSignal.timeout(timeoutMs);
  const stop = AbortSignal.any([signal, timeout]);
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const stdout = keep(child.stdout, outputBytesMax, onLine);
  const stderr = keep(child.stderr, outputBytesMax, onLine);
  const end = () => endGroup(child.pid);
  stop.addEventListener('abort', end, { once: true });
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', (cause) => reject(notStarted(command, cause)));
      child.on('close', resolve);
    });
    signal.throwIfAborted();
    if (timeout.aborted) {
      const text = `${command} ran longer than ${timeoutMs / 1000} seconds and was ended.`;
      throw new Failure('unavailable', text, { code: 'process_timeout', details: { timeout_ms: timeoutMs } });
    }
    return { code, stdout: stdout.text(), stderr: stderr.text(), isCut: stdout.isCut || stderr.isCut };
  } finally {
    stop.removeEventListener('abort', end);
  }
}
