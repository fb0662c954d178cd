/** Nima as its own process, started like a person does, on a folder that is gone when the test is over. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const BIN = join(import.meta.dirname, '../../bin/nima');
/** Far beyond any honest start, so that a busy machine does not fail a test. */
const START_MS_MAX = 30_000;

export interface NimaProcess {
  readonly url: string;
  readonly pid: number;
  readonly output: () => string;
  /** The password, on the first start of a folder. */
  readonly password: string | null;
  /** JSON over REST with the local token; throws with the body when it is refused. */
  // biome-ignore lint/suspicious/noExplicitAny: a test states what it expects of an answer by what it asserts.
  api(method: string, path: string, body?: unknown): Promise<any>;
  kill(signal?: NodeJS.Signals): Promise<void>;
}

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nima-journey-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export type Environment = Readonly<Record<string, string>>;

function environmentOf(folder: string, extra: Environment): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return {
    PATH,
    HOME,
    NO_COLOR: '1',
    NIMA_DATA_FOLDER: folder,
    NIMA_SERVER_PORT: '0',
    NIMA_MODEL_PROVIDER: 'offline',
    NIMA_LOG_LEVEL: 'warn',
    ...extra,
  };
}

/** Starts `nima serve` and waits until it says where it is. */
export async function startNima(folder: string, extra: Environment = {}): Promise<NimaProcess> {
  const child = spawn(BIN, ['serve'], { env: environmentOf(folder, extra), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Nima did not start:\n${output}`)), START_MS_MAX);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /Page\s+(http:\/\/\S+)[\s\S]*Stop/.exec(output)?.[1];
      if (!found) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`Nima ended with ${code}:\n${output}`));
    });
  });
  onTestFinished(() => ended(child, 'SIGKILL'));
  return {
    url,
    pid: child.pid ?? 0,
    output: () => output,
    password: /password {2}([a-z0-9-]{23})\b/.exec(output)?.[1] ?? null,
    api: (method, path, body) =>
      request(url, readFileSync(join(folder, 'local-token'), 'utf8').trim(), { method, path, body }),
    kill: (signal = 'SIGTERM') => ended(child, signal),
  };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await exit;
}

async function request(
  url: string,
  token: string,
  { method, path, body }: { method: string; path: string; body?: unknown },
) {
  const response = await fetch(url + path, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text);
}

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command of `nima` to its end. */
export async function runNima(
  folder: string,
  args: readonly string[],
  options: { stdin?: string; environment?: Environment } = {},
): Promise<Finished> {
  const child = spawn(BIN, args, { env: environmentOf(folder, options.environment ?? {}), stdio: 'pipe' });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.end(options.stdin ?? '');
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}
