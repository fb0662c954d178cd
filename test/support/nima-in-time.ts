/**
 * A real server process whose clock a test puts forward: `await nima.putForward('1 day')` answers once all that became
 * due is done. Run as a program it is that server; imported it starts one.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Environment, NimaProcess } from './process.ts';

const PROGRAM = join(import.meta.dirname, 'nima-in-time-process.ts');

export interface NimaInTime extends NimaProcess {
  /** How far its clock is ahead, for the process that goes on after it. */
  readonly aheadMs: () => number;
  putForward(ms: number): Promise<void>;
}

interface Started {
  readonly url: string;
  readonly password: string | null;
}

export async function startNimaInTime(folder: string, extra: Environment, ahead = 0): Promise<NimaInTime> {
  const { PATH, HOME } = process.env;
  const own = { NIMA_DATA_FOLDER: folder, NIMA_SERVER_PORT: '0', NIMA_MODEL_PROVIDER: 'offline' };
  const env = { PATH, HOME, NIMA_LOG_LEVEL: 'warn', ...own, ...extra };
  const child = fork(PROGRAM, [String(ahead)], { env, silent: true });
  let [aheadMs, output] = [ahead, ''];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  const ended = once(child, 'exit');
  const kill = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  onTestFinished(() => kill('SIGKILL'));
  const gone = ended.then(([code]) => {
    throw new Error(`Nima ended with ${code}:\n${output}`);
  });
  // It ends some time in any case; only who waits then minds.
  gone.catch(() => undefined);
  const told = async (): Promise<unknown> => (await Promise.race([once(child, 'message'), gone]))[0];
  const { url, password } = (await told()) as Started;
  return {
    url,
    password,
    pid: child.pid ?? 0,
    output: () => output,
    aheadMs: () => aheadMs,
    async api(method, path, body) {
      const headers = {
        Authorization: `Bearer ${readFileSync(join(folder, 'local-token'), 'utf8').trim()}`,
        'Content-Type': 'application/json',
      };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await fetch(url + path, { method, headers, ...sent });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return JSON.parse(text);
    },
    async putForward(ms) {
      aheadMs += ms;
      const done = told();
      child.send(ms);
      await done;
    },
    kill,
  };
}
