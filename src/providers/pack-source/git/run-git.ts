/**
 * Runs the git program with everything switched off that a repository could use to reach further: hooks, helpers, other
 * protocols, questions, redirects. Output, files and time are bounded.
 */
import { spawn } from 'node:child_process';
import { Failure } from '../../../kernel/errors.ts';

export interface GitRun {
  readonly args: readonly string[];
  /** `name=value` settings on top of the safe ones. */
  readonly config?: readonly string[];
  /** Longest output that is taken. */
  readonly bytesMax: number;
}

/** A pack has a few megabytes; a repository that needs longer is no pack. */
const TIMEOUT_MS = 60_000;
/** Largest file git may write, in blocks of 512 bytes: 32 MiB. One pack file holds all of a shallow clone. */
const FILE_BLOCKS_MAX = 65_536;
const STDERR_CHARS_MAX = 4000;

const SAFE_CONFIG = [
  'protocol.allow=never',
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  // Answers every question with nothing, so that a private repository is refused instead of waited for.
  'core.askPass=true',
  'fetch.fsckObjects=true',
  // Always one pack file, which the limit on files then bounds.
  'fetch.unpackLimit=1',
  'gc.auto=0',
  'http.followRedirects=false',
  'submodule.recurse=false',
] as const;

const SCRIPT = `ulimit -f ${FILE_BLOCKS_MAX}; GIT_TERMINAL_PROMPT=0 LC_ALL=C exec git "$@"`;

function failed(stderr: string, cause?: unknown): Failure {
  const line = stderr.split('\n').findLast((each) => /^(fatal|error|remote):/.test(each)) ?? 'git ended without a word';
  return new Failure('unavailable', `git could not fetch the pack: ${line}. Check the address and its access.`, {
    code: 'pack_source_unavailable',
    cause,
  });
}

const tooLarge = (): Failure =>
  new Failure('invalid', 'The repository is too large to be a pack. A pack holds a handful of files.', {
    code: 'pack_source_too_large',
  });

/** What git wrote. Throws Failures; whatever happens, no process is left behind. */
export function runGit({ args, config = [], bytesMax }: GitRun, outer: AbortSignal): Promise<Buffer> {
  const signal = AbortSignal.any([outer, AbortSignal.timeout(TIMEOUT_MS)]);
  signal.throwIfAborted();
  const settings = [...SAFE_CONFIG, ...config].flatMap((setting) => ['-c', setting]);
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  // A group of its own, so that its helpers end with it, and without a terminal to ask on.
  const git = spawn('/bin/sh', ['-c', SCRIPT, 'sh', ...settings, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const end = () => {
    try {
      if (git.pid) process.kill(-git.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  const output: Buffer[] = [];
  let bytes = 0;
  let stderr = '';
  git.stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    output.push(chunk);
    if (bytes > bytesMax) end();
  });
  git.stderr.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-STDERR_CHARS_MAX);
  });
  signal.addEventListener('abort', end, { once: true });
  git.on('error', (cause) => reject(failed('error: git is not installed', cause)));
  git.on('close', (code) => {
    signal.removeEventListener('abort', end);
    if (bytes > bytesMax || /File size limit|file too large|File too large/i.test(stderr)) reject(tooLarge());
    else if (outer.aborted) reject(outer.reason);
    else if (signal.aborted) reject(failed(`error: no end after ${TIMEOUT_MS / 1000} s`));
    else if (code === 0) resolve(Buffer.concat(output));
    else reject(failed(stderr));
  });
  return promise;
}
