/** Resident memory of the server: idle, and at work with 100,000 facts and twenty streams. */
import { setTimeout as wait } from 'node:timers/promises';
import { FACTS, questions } from '../facts.ts';
import { atMost, type Figure } from '../figure.ts';
import { type NimaProcess, scratchFolder, serveNima } from '../nima-process.ts';
import type { Bench, World } from '../world.ts';

const IDLE_MIB_MAX = 160;
const BUSY_MIB_MAX = 300;
/** What is warmed after the start is warm by then, and what warming needed has gone back to the system. */
const SETTLE_MS = 30_000;
const STREAMS = 20;
const ANSWERS_EACH = 5;
const LOOK_MS = 50;

async function idle(): Promise<number> {
  using folder = scratchFolder();
  const nima = await serveNima({ folder: folder.path });
  await wait(SETTLE_MS);
  const { now } = nima.memory();
  await nima.stop();
  return now;
}

/** The highest seen while `work` runs. */
async function highestDuring(nima: NimaProcess, work: Promise<unknown>): Promise<number> {
  let [highest, isRunning] = [0, true];
  const ended = work.finally(() => {
    isRunning = false;
  });
  while (isRunning) {
    highest = Math.max(highest, nima.memory().now);
    await Promise.race([ended, wait(LOOK_MS)]);
  }
  return highest;
}

async function talk(nima: NimaProcess, asked: readonly string[]): Promise<void> {
  for (const content of asked) await nima.stream('/v1/chat/stream', { messages: [{ role: 'user', content }] });
}

async function measure(world: World): Promise<Figure[]> {
  const idleMib = await idle();
  const { path } = await world.facts();
  const nima = await serveNima({ folder: path });
  await nima.ask('GET', '/v1/memory/recall?query=telescope');
  const asked = questions(STREAMS * ANSWERS_EACH);
  const streams = Array.from({ length: STREAMS }, (_, at) =>
    talk(nima, asked.slice(at * ANSWERS_EACH, (at + 1) * ANSWERS_EACH)),
  );
  const busyMib = await highestDuring(nima, Promise.all(streams));
  const { highest } = nima.memory();
  await nima.stop();
  return [
    {
      name: 'memory idle',
      value: idleMib,
      unit: 'MiB',
      target: atMost(IDLE_MIB_MAX),
      condition: `resident, ${SETTLE_MS / 1000} s after the first start, SQLite, offline model`,
    },
    {
      name: `memory with ${FACTS.toLocaleString('en')} facts and ${STREAMS} streams`,
      value: busyMib,
      unit: 'MiB',
      target: atMost(BUSY_MIB_MAX),
      condition: `resident, highest while ${STREAMS} streams make ${ANSWERS_EACH} answers each, SQLite, offline model; ${Math.round(highest)} MiB at most since the start`,
    },
  ];
}

export const memory: Bench = { name: 'memory', about: 'resident memory of the server', run: measure };
