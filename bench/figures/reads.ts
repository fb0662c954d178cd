/** Reads per second of one core, beside a bare Hono server that says hello: taken in turns, on the same core, under the same load. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { atLeast, type Figure, median } from '../figure.ts';
import type { Load } from '../load.ts';
import { scratchFolder, serveNima } from '../nima-process.ts';
import type { Bench } from '../world.ts';

const ROUNDS = 7;
/** V8 takes some hundred thousand answers until it has compiled what is hot. */
const WARMING_SECONDS = 12;
const SECONDS = 2;
const SOCKETS = 32;
const SHARE_MIN = 0.5;
/** Clock ticks of /proc/<pid>/stat: USER_HZ is 100 on every Linux. */
const TICK_MS = 10;

const run = promisify(execFile);
const NODE = process.execPath;

/** Servers on the first core, load from the second, where the machine has two and Linux to say so. */
const canPin = process.platform === 'linux' && availableParallelism() > 1;
const onCore = (core: number): string[] => (canPin ? ['taskset', '-c', String(core)] : []);

interface Target {
  readonly pid: number;
  readonly url: string;
  readonly token?: string;
}

interface Round {
  readonly perSecond: number;
  /** Processor time of the server for one answer, microseconds. */
  readonly cpuUs: number;
}

function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

async function load({ pid, url, token }: Target, length = SECONDS): Promise<Round> {
  const before = cpuMs(pid);
  const [command = NODE, ...args] = [...onCore(1), NODE, join(import.meta.dirname, '../load.ts')];
  const { stdout } = await run(command, [...args, url, String(length), String(SOCKETS), ...(token ? [token] : [])]);
  const { answers, failures, seconds } = JSON.parse(stdout) as Load;
  if (failures > 0 || answers === 0) throw new Error(`${failures} of ${answers} answers of ${url} failed.`);
  return { perSecond: answers / seconds, cpuUs: ((cpuMs(pid) - before) * 1000) / answers };
}

async function startHono(): Promise<{ child: ChildProcess; target: Target }> {
  const [command = NODE, ...args] = [...onCore(0), NODE, join(import.meta.dirname, '../peers/hono.ts')];
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve) =>
    child.stdout?.once('data', (line) => resolve(String(line).trim())),
  );
  return { child, target: { pid: child.pid ?? 0, url: `http://127.0.0.1:${port}/hello` } };
}

async function inTurns(nima: Target, hono: Target): Promise<{ ours: Round[]; theirs: Round[] }> {
  const [ours, theirs]: [Round[], Round[]] = [[], []];
  for (const target of [hono, nima]) await load(target, WARMING_SECONDS);
  for (let round = 0; round < ROUNDS; round += 1) {
    theirs.push(await load(hono));
    ours.push(await load(nima));
  }
  return { ours, theirs };
}

async function measure(): Promise<Figure[]> {
  using folder = scratchFolder();
  const nima = await serveNima({ folder: folder.path, prefix: onCore(0) });
  const { id } = await nima.ask('POST', '/v1/memory/facts', { fact: 'The cluster is called ElderTree' });
  const { child, target } = await startHono();
  const address = `${nima.url.origin}/v1/memory/facts/${id}`;
  const { ours, theirs } = await inTurns({ pid: nima.pid, url: address, token: nima.token }, target);
  child.kill();
  await nima.stop();
  const perSecond = (rounds: readonly Round[]) => median(rounds.map((round) => round.perSecond));
  const cpuUs = (rounds: readonly Round[]) => median(rounds.map((round) => round.cpuUs));
  const share = median(ours.map((round, at) => round.perSecond / (theirs[at]?.perSecond ?? Number.NaN)));
  const pinned = canPin ? 'one core for the server, another for the load' : 'cores not pinned';
  const condition = `GET /v1/memory/facts/{id} with a bearer token, SQLite, ${SOCKETS} sockets, ${pinned}, median of ${ROUNDS} turns of ${SECONDS} s after ${WARMING_SECONDS} s to warm up`;
  const peer = { name: 'bare Hono hello', value: perSecond(theirs) };
  return [
    {
      name: 'reads beside a bare Hono hello',
      value: share,
      unit: '×',
      target: atLeast(SHARE_MIN),
      condition: `${condition}; processor time ${cpuUs(ours).toFixed(0)} µs an answer, Hono ${cpuUs(theirs).toFixed(0)} µs`,
    },
    { name: 'reads per second of one core', value: perSecond(ours), unit: '/s', target: null, condition, peer },
  ];
}

export const reads: Bench = { name: 'reads', about: 'reads over REST beside a bare server', run: measure };
