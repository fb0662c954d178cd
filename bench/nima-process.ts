/** Nima as people run it, for a bench: `bin/nima serve` on a folder, asked over its socket, watched and killed from outside. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const BIN = join(import.meta.dirname, '../bin/nima');
const START_MS_MAX = 60_000;
const LOOK_MS = 5;

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the answer of any operation.
  readonly json: any;
}

/** Times of one streamed answer, milliseconds after the request was sent. */
export interface Streamed {
  readonly firstByteMs: number;
  /** Of the first `text.delta`. */
  readonly firstWordMs: number;
  readonly endMs: number;
  readonly text: string;
}

export interface NimaProcess {
  readonly url: URL;
  readonly token: string;
  readonly pid: number;
  /** From the spawn to the first 200 of /health. */
  readonly startMs: number;
  api(method: string, path: string, body?: unknown): Promise<Answer>;
  /** The body of a 2xx; anything else is an error of the bench. */
  // biome-ignore lint/suspicious/noExplicitAny: the answer of any operation.
  ask(method: string, path: string, body?: unknown): Promise<any>;
  stream(path: string, body: unknown): Promise<Streamed>;
  /** Resident memory now and at its highest, MiB. */
  memory(): { readonly now: number; readonly highest: number };
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface ServeOptions {
  readonly folder: string;
  /** `DATABASE_URL` of PostgreSQL; SQLite in the folder when left out. */
  readonly databaseUrl?: string;
  /** Command put before `bin/nima`, such as `taskset -c 0`. */
  readonly prefix?: readonly string[];
}

/** A folder of its own that goes with `using`. */
export function scratchFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'nima-bench-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Known before the start, so that the start itself can be watched. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface Spawning extends ServeOptions {
  readonly port: number;
}

function spawnNima({ folder, port, databaseUrl, prefix = [] }: Spawning, output: string[]): ChildProcess {
  const { PATH, HOME } = process.env;
  const [command = BIN, ...args] = [...prefix, BIN, 'serve'];
  const child = spawn(command, args, {
    env: {
      PATH,
      HOME,
      // Compiled code comes from "make build" or not at all, never from an earlier run.
      XDG_CACHE_HOME: join(folder, 'cache'),
      NIMA_DATA_FOLDER: folder,
      NIMA_SERVER_PORT: String(port),
      NIMA_MODEL_PROVIDER: 'offline',
      NIMA_LOG_LEVEL: 'warn',
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.on('data', (chunk) => output.push(String(chunk)));
  child.stderr?.on('data', (chunk) => output.push(String(chunk)));
  return child;
}

interface Asking {
  readonly url: URL;
  readonly agent: Agent;
  readonly token: string;
}

function send({ url, agent, token }: Asking, method: string, path: string, body?: unknown): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers: Record<string, string | number> = { Authorization: `Bearer ${token}` };
    if (text !== undefined) {
      headers['Content-Type'] = 'application/json';
      headers['Content-Length'] = Buffer.byteLength(text);
    }
    const { hostname, port } = url;
    request({ hostname, port, path, method, agent, headers }, resolve).on('error', reject).end(text);
  });
}

async function answerOf(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return { status: response.statusCode ?? 0, json: text === '' ? null : JSON.parse(text) };
}

async function follow(response: IncomingMessage, sentAt: number): Promise<Streamed> {
  let [firstByteMs, firstWordMs, text] = [0, 0, ''];
  for await (const chunk of response) {
    const ms = performance.now() - sentAt;
    firstByteMs ||= ms;
    text += String(chunk);
    if (!firstWordMs && text.includes('event: text.delta')) firstWordMs = ms;
  }
  if (response.statusCode !== 200) throw new Error(`The stream answered ${response.statusCode}: ${text}`);
  return { firstByteMs, firstWordMs, endMs: performance.now() - sentAt, text };
}

async function untilHealthy(asking: Asking, child: ChildProcess, output: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  for (;;) {
    const isWell = await send(asking, 'GET', '/health').then(
      async (response) => (await answerOf(response)).status === 200,
      () => false,
    );
    const ms = performance.now() - startedAt;
    if (isWell) return ms;
    if (child.exitCode !== null || ms > START_MS_MAX) throw new Error(`Nima did not start:\n${output.join('')}`);
    await wait(LOOK_MS);
  }
}

function memoryOf(pid: number): { now: number; highest: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { now: read('VmRSS'), highest: read('VmHWM') };
}

export async function serveNima(options: ServeOptions): Promise<NimaProcess> {
  const output: string[] = [];
  const port = await freePort();
  const url = new URL(`http://127.0.0.1:${port}`);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const child = spawnNima({ ...options, port }, output);
  // Whatever ends the bench ends the server too.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const startMs = await untilHealthy({ url, agent, token: '' }, child, output);
  const token = readFileSync(join(options.folder, 'local-token'), 'utf8').trim();
  const asking = { url, agent, token };
  const pid = child.pid ?? 0;
  const api = async (method: string, path: string, body?: unknown) => answerOf(await send(asking, method, path, body));
  return {
    url,
    token,
    pid,
    startMs,
    api,
    async ask(method, path, body) {
      const { status, json } = await api(method, path, body);
      if (status >= 200 && status < 300) return json;
      throw new Error(`${method} ${path} answered ${status}: ${JSON.stringify(json)}`);
    },
    async stream(path, body) {
      const sentAt = performance.now();
      return follow(await send(asking, 'POST', path, body), sentAt);
    },
    memory: () => memoryOf(pid),
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill(signal);
        await ended;
      }
      agent.destroy();
    },
  };
}
